import { type ReadSpan, UnreadableFile } from '#domain/window-reader.ts';

const maxBytes = 32 * 1024 * 1024;
const portionBytes = 8 * 1024 * 1024;

/** All of a file as text in UTF-8. Throws `UnreadableFile` for more than 32 MiB. */
export async function readWholeText(size: number, read: ReadSpan): Promise<string> {
  if (size > maxBytes) throw new UnreadableFile('It has more than 32 MiB.');
  const decoder = new TextDecoder();
  let text = '';
  for (let at = 0; at < size; at += portionBytes) {
    text += decoder.decode(await read(at, Math.min(size, at + portionBytes)), { stream: true });
  }
  return text + decoder.decode();
}
