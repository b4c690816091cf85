export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Which encoding the beginning of a file is written in, or `undefined` where it is not text: it holds a NUL or other
 * control characters, or (without a byte order mark) is not UTF-8.
 * @param cut whether the file goes on, so that the last character may be incomplete
 */
export function guessEncoding(bytes: Uint8Array, cut: boolean): TextEncodingName | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  for (const byte of bytes) if (isBinary(byte)) return undefined;
  return isUtf8(bytes, cut) ? 'utf-8' : undefined;
}

/** Control characters that no text holds; tab, line ends, form feed and escape are fine. */
function isBinary(byte: number): boolean {
  return byte < 0x20 && byte !== 0x1b && !(byte >= 0x08 && byte <= 0x0d);
}

function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  let position = 0;
  while (position < bytes.length) {
    const length = sequenceLength(bytes[position] ?? 0);
    if (length === 0) return false;
    for (let offset = 1; offset < length; offset += 1) {
      const next = bytes[position + offset];
      if (next === undefined) return cut;
      if (next >> 6 !== 0b10) return false;
    }
    position += length;
  }
  return true;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}
