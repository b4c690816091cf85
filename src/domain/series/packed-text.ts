/**
 * Text as bytes: a width byte (1 or 2 bytes a UTF-16 unit), then the units. Any string comes back as it was, also
 * one that UTF-8 could not carry (a lone surrogate in a key that a client sent).
 */
export function packText(text: string): Uint8Array<ArrayBuffer> {
  const wide = /[^\0-\u{ff}]/u.test(text);
  const width = wide ? 2 : 1;
  const bytes = new Uint8Array(1 + text.length * width);
  bytes[0] = width;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[1 + index * width] = unit;
    if (wide) bytes[2 + index * width] = unit >> 8;
  }
  return bytes;
}

/** Units turned into text at once: what the stack of a call surely takes. */
const unitsAtOnce = 4096;

export function unpackText(bytes: Uint8Array): string {
  const width = bytes[0] ?? 1;
  let text = '';
  for (let at = 1; at < bytes.length; at += unitsAtOnce * width) {
    const piece = bytes.subarray(at, at + unitsAtOnce * width);
    text += String.fromCharCode(...(width === 1 ? piece : toUnits(piece)));
  }
  return text;
}

function toUnits(pairs: Uint8Array): Uint16Array {
  const units = new Uint16Array(pairs.length / 2);
  for (let index = 0; index < units.length; index += 1) {
    units[index] = (pairs[index * 2] ?? 0) | ((pairs[index * 2 + 1] ?? 0) << 8);
  }
  return units;
}
