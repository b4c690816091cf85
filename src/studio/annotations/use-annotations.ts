import { type Annotation, readMarkers, type RunMarker, searchAnnotations } from '#contract/annotations.ts';
import { useMemo } from 'react';
import { useOperation } from '../query/operation-query.ts';

/** What notes are about: some runs, and what was noted on all runs of some experiments. */
export interface AnnotationSubject {
  readonly runIds: readonly string[];
  readonly experimentIds: readonly string[];
}

/** As many runs at once as the server answers for. */
const mostRuns = 500;
const none: readonly Annotation[] = [];
const noMarkers: readonly RunMarker[] = [];

/** What was noted on the charts of these runs, by place; `undefined` until it is known. */
export function useAnnotations(
  workspace: string,
  { runIds, experimentIds }: AnnotationSubject,
): readonly Annotation[] | undefined {
  const body = useMemo(
    () => ({ runIds: runIds.slice(0, mostRuns), experimentIds: [...new Set(experimentIds)].sort() }),
    [runIds, experimentIds],
  );
  const nothing = body.runIds.length === 0 && body.experimentIds.length === 0;
  const { data } = useOperation(
    searchAnnotations,
    { params: { workspace }, body },
    // Live events tell of every change.
    { enabled: !nothing, keepPrevious: true, staleTime: 60_000 },
  );
  return nothing ? none : data?.annotations;
}

/** What happened to runs along their charts, read from what they carry. */
export function useRunMarkers(
  workspace: string,
  runIds: readonly string[],
  metrics: readonly string[],
): readonly RunMarker[] {
  const { data } = useOperation(
    readMarkers,
    { params: { workspace }, body: { runIds: runIds.slice(0, mostRuns), metrics: [...metrics] } },
    { enabled: runIds.length > 0, keepPrevious: true, staleTime: 60_000 },
  );
  return data?.markers ?? noMarkers;
}
