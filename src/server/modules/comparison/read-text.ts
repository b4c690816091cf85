import { guessEncoding } from '#domain/text-preview.ts';
import type { ArtifactFile } from '#server/modules/artifacts/artifacts.types.ts';

/** The beginning of a file as text; absent where it is not text. A character that the cut leaves half is dropped. */
export async function readText(file: ArtifactFile, bytes: number): Promise<string | undefined> {
  const end = Math.min(bytes, file.size) - 1;
  if (end < 0) return '';
  const found = new Uint8Array(await new Response(await file.read({ start: 0, end })).arrayBuffer());
  const truncated = file.size > found.length;
  const encoding = guessEncoding(found, truncated);
  if (encoding === undefined) return undefined;
  return new TextDecoder(encoding).decode(found, { stream: truncated });
}
