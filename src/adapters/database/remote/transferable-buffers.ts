/** Below this a copy is cheaper than handing the memory over. */
const worthTransfer = 32 * 1024;

/** Rows are looked at to this depth: `{ rows: [{ points }] }`. */
const maxDepth = 4;

/** The large buffers in an answer, which the sender gives away for good. */
export function transferableBuffers(values: readonly unknown[]): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  for (const value of values) collect(value, 0, found);
  return [...found];
}

function collect(value: unknown, depth: number, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return;
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    // A view on a part of a buffer is copied: the rest may belong to someone else.
    if (buffer instanceof ArrayBuffer && byteLength >= worthTransfer && byteLength === buffer.byteLength) {
      found.add(buffer);
    }
    return;
  }
  if (Array.isArray(value)) for (const item of value) collect(item, depth + 1, found);
  else for (const item of Object.values(value)) collect(item, depth + 1, found);
}
