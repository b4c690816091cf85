import type { Annotation, RunMarker } from '#contract/annotations.ts';
import { useAnnotations, useRunMarkers } from '#studio/annotations/use-annotations.ts';
import { useMemo } from 'react';
import type { ChartRun } from '../chart-run.ts';
import type { ChartNote } from '../line/chart-note.ts';

/** As many metrics are looked through for where a run ended. */
const mostMetrics = 50;
const none: readonly Annotation[] = [];

/** What was noted on the charts of some runs, and what happened to them on the way. */
export function useChartNotes(
  workspace: string,
  runs: readonly ChartRun[],
  metrics: readonly string[],
): readonly ChartNote[] {
  const runIds = useMemo(() => runs.map(({ runId }) => runId), [runs]);
  const experimentIds = useMemo(() => runs.flatMap(({ experimentId }) => experimentId ?? []), [runs]);
  const annotations = useAnnotations(workspace, { runIds, experimentIds }) ?? none;
  const looked = useMemo(() => metrics.slice(0, mostMetrics), [metrics]);
  const markers = useRunMarkers(workspace, runIds, looked);
  return useMemo(() => {
    const names = new Map(runs.map(({ runId, name }) => [runId, name]));
    const open = annotations.filter(({ resolvedAtMs }) => resolvedAtMs === null);
    return [...open.map(toNote), ...markers.flatMap((marker) => toEvents(marker, names))];
  }, [runs, annotations, markers]);
}

function toNote({ annotationId, axis, from, to, metric, runId, text, author }: Annotation): ChartNote {
  const said = `${author}: ${text.replaceAll(/\s+/g, ' ').slice(0, 200)}`;
  return {
    id: `note ${annotationId}`,
    axis,
    from,
    to,
    metric: metric ?? undefined,
    runId: runId ?? undefined,
    kind: 'note',
    text: said,
  };
}

/** Of a run that gave NaN the chart itself has marks. */
function toEvents(marker: RunMarker, names: ReadonlyMap<string, string>): readonly ChartNote[] {
  if (marker.kind === 'nan') return [];
  const { runId, kind, atMs, step, metric, label } = marker;
  const text = `${names.get(runId) ?? runId}: ${label === '' ? kind : label}`;
  const shared = { metric: metric ?? undefined, runId, kind: 'event', text } as const;
  const at = (axis: string, x: number): ChartNote => ({
    ...shared,
    id: `${axis} ${runId} ${kind} ${x} ${label}`,
    axis,
    from: x,
    to: x,
  });
  return [at('time', atMs), ...(step === null ? [] : [at('step', Number(step))])];
}
