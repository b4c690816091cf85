import { readArtifact } from '#contract/artifacts.ts';
import { Problem } from '#contract/problem.ts';
import { type ReadSpan, UnreadableFile } from '#domain/window-reader.ts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient } from '#studio/query/client-context.ts';
import type { FilePlace } from './file-place.ts';
import { useFileText } from './use-file-text.ts';

interface ParseOptions<T> {
  /** Unlike that of any other way to read a file. */
  readonly kind: string;
  /** Runs again when this changes. */
  readonly of?: number;
  /** What the file holds; anything it throws counts as a file that cannot be read. */
  readonly parse: (size: number, read: ReadSpan) => Promise<T>;
}

/** A file read here and there by a program that knows its format. Fails with a `Problem` or an `UnreadableFile`. */
export function useParsedFile<T>(
  place: FilePlace,
  { kind, of = 0, parse }: ParseOptions<T>,
): UseQueryResult<T> {
  const client = useClient();
  const { workspace, runId, path } = place;
  const { data: file, error } = useFileText(place, 1);
  const params = { workspace, runId };
  return useQuery<T>({
    queryKey: ['parsed file', kind, workspace, runId, path, file?.sha256, file?.size, of, error?.code],
    queryFn: async ({ signal }) => {
      if (file === undefined) throw error ?? new UnreadableFile('The file is not there.');
      const read: ReadSpan = async (start, end) =>
        client.bytes(readArtifact, { params, query: { path, start, end } }, signal);
      try {
        return await parse(file.size, read);
      } catch (reason) {
        if (reason instanceof Problem || reason instanceof UnreadableFile) throw reason;
        if (signal.aborted) throw reason;
        // Whatever a reader of a format stumbles over is in the file.
        throw new UnreadableFile(reason instanceof Error ? reason.message : String(reason));
      }
    },
    enabled: file !== undefined || error !== null,
    retry: false,
    staleTime: Infinity,
    structuralSharing: false,
    placeholderData: (before) => before,
  });
}
