/** A field of a protocol buffer's message. `bytes` of text, messages and packed lists; `value` of numbers. */
export interface ProtoField {
  readonly number: number;
  readonly value: bigint;
  readonly bytes: Uint8Array | undefined;
}

export interface ProtoHead {
  readonly number: number;
  /** 0 varint, 1 eight bytes, 2 bytes of a told length, 5 four bytes; others are not in use. */
  readonly wire: number;
  /** Of a varint its value, of told bytes their length. */
  readonly value: bigint;
  /** Bytes of the head. */
  readonly length: number;
}

/** Reads the head of a field at a place; `undefined` where the bytes end within it, or hold none. */
export function readProtoHead(bytes: Uint8Array, at: number): ProtoHead | undefined {
  const tag = readVarint(bytes, at);
  if (tag === undefined) return undefined;
  const wire = Number(tag.value & 7n);
  const number = Number(tag.value >> 3n);
  if (number === 0 || (wire !== 0 && wire !== 1 && wire !== 2 && wire !== 5)) return undefined;
  if (wire === 1 || wire === 5) return { number, wire, value: wire === 1 ? 8n : 4n, length: tag.length };
  const value = readVarint(bytes, at + tag.length);
  return value === undefined
    ? undefined
    : { number, wire, value: value.value, length: tag.length + value.length };
}

/** The most bytes of a number of variable length. */
export const longestVarint = 10;

function readVarint(
  bytes: Uint8Array,
  at: number,
): { readonly value: bigint; readonly length: number } | undefined {
  let value = 0n;
  for (let index = 0; index < longestVarint; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return undefined;
    value |= BigInt(byte & 0x7f) << BigInt(index * 7);
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), length: index + 1 };
  }
  return undefined;
}

/** The fields of a message, as far as its bytes go: a message that was cut gives those before the cut. */
export function* protoFields(bytes: Uint8Array): Generator<ProtoField> {
  let at = 0;
  while (at < bytes.length) {
    const head = readProtoHead(bytes, at);
    if (head === undefined) return;
    at += head.length;
    if (head.wire === 0) {
      yield { number: head.number, value: head.value, bytes: undefined };
      continue;
    }
    if (head.value > BigInt(bytes.length - at)) return;
    const end = at + Number(head.value);
    yield { number: head.number, value: 0n, bytes: bytes.subarray(at, end) };
    at = end;
  }
}
