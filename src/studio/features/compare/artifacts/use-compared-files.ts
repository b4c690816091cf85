import { compareArtifacts, readArtifactTexts } from '#contract/comparison.ts';
import { useMemo } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';

/** The files of some runs, one entry a path. */
export function useComparedFiles(workspace: string, runIds: readonly string[]) {
  const body = useMemo(() => ({ runIds: [...runIds], limit: 5000 }), [runIds]);
  return useOperation(
    compareArtifacts,
    { params: { workspace }, body },
    { enabled: runIds.length > 0, keepPrevious: true },
  );
}

/** The same files of some runs as text; asks nothing while there is no path. */
export function useArtifactTexts(
  workspace: string,
  runIds: readonly string[],
  paths: readonly string[],
  bytes?: number,
) {
  const body = useMemo(
    () => ({ runIds: [...runIds], paths: [...paths], ...(bytes === undefined ? {} : { bytes }) }),
    [runIds, paths, bytes],
  );
  return useOperation(
    readArtifactTexts,
    { params: { workspace }, body },
    { enabled: runIds.length > 0 && paths.length > 0, keepPrevious: true },
  );
}
