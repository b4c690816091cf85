/** A Python string literal that any version reads back as the same text. */
export function toPythonString(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}
