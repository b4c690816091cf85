const longest = 2000;

/** A value of a table as text to compare: nothing for what is absent, dates as ISO, bytes by their number. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.slice(0, longest);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no valid date' : value.toISOString();
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return JSON.stringify(value, plainly).slice(0, longest);
}

function plainly(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? `${value.length} bytes` : value;
}
