import { previewArtifact } from '#contract/artifacts.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import type { FilePlace } from './file-place.ts';

/** How much of a file is fetched to be looked at as text, in bytes. */
export const shownTextBytes = 1_048_576;

/** The beginning of a file as text, asked for again when the file changes. */
export function useFileText({ workspace, runId, path }: FilePlace, bytes = shownTextBytes) {
  return useOperation(previewArtifact, { params: { workspace, runId }, query: { path, bytes } });
}
