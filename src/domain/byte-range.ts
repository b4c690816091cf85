/** A part of a file, both ends inclusive. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a `Range` header against a file of `size` bytes (RFC 9110, 14.2).
 * @returns the span; `whole` where there is no range or one that may be ignored (several, malformed); `outside`
 *   where the range cannot be satisfied
 */
export function readRange(header: string | null, size: number): ByteSpan | 'whole' | 'outside' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(' ', '') ?? '');
  if (match === null) return 'whole';
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return 'whole';
  if (first === '')
    return last === '0' || size === 0
      ? 'outside'
      : { start: Math.max(size - Number(last), 0), end: size - 1 };
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= size ? 'outside' : { start, end };
}
