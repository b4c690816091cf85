import { type ComparedRun, compareRuns } from '#contract/runs.ts';
import type { Problem } from '#contract/problem.ts';
import { useMemo } from 'react';
import { useBaselines } from '#studio/baseline/use-baselines.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { baselineFirst } from './compare-selection.model.ts';
import type { CompareView } from './compare-view.model.ts';
import { useWantedRuns } from './use-wanted-runs.ts';

export interface ComparedRuns {
  /** The baseline first, then as asked for; absent until the first answer. */
  readonly runs: readonly ComparedRun[] | undefined;
  readonly baseline: string | undefined;
  /** Ids that are not in this workspace, or no ids at all. */
  readonly missing: readonly string[];
  /** Runs that were asked for beyond the most that are compared. */
  readonly tooMany: number;
  /** Of a filter: runs that match it, and runs that there are. */
  readonly counts: { readonly matching: number; readonly total: number } | undefined;
  readonly error: Problem | undefined;
  readonly retry: () => void;
}

const none: readonly ComparedRun[] = [];

/** The runs that the address names, by id or by a filter, and the one that they are measured against. */
export function useComparedRuns(workspace: string, view: CompareView): ComparedRuns {
  const wanted = useWantedRuns(workspace, view);
  const answer = useRuns(workspace, wanted.ids);
  const { runs: answered } = answer;
  const ofExperiment = useExperimentBaseline(workspace, answered);
  const baselineId = view.baseline === null ? undefined : (view.baseline ?? ofExperiment);
  // A baseline that was not asked for is a guest: it stands beside the others all the same.
  const guestIds = useMemo(
    () => (baselineId === undefined || wanted.ids.includes(baselineId) ? [] : [baselineId]),
    [baselineId, wanted.ids],
  );
  const { runs: guests } = useRuns(workspace, guestIds);
  const runs = useMemo(
    () => baselineFirst([...guests, ...answered], baselineId),
    [guests, answered, baselineId],
  );
  return {
    runs: wanted.isPending || answer.isPending ? undefined : runs,
    baseline: runs.some((run) => run.runId === baselineId) ? baselineId : undefined,
    missing: [...wanted.malformed, ...answer.missing],
    tooMany: wanted.tooMany,
    counts: wanted.counts,
    error: wanted.error ?? answer.error,
    retry: wanted.error === undefined ? answer.retry : wanted.retry,
  };
}

/** Runs by their ids; those known stay while more are asked for. */
function useRuns(workspace: string, runIds: readonly string[]) {
  const { data, error, isPending, refetch } = useOperation(
    compareRuns,
    { params: { workspace }, body: { runIds: [...runIds] } },
    { enabled: runIds.length > 0, keepPrevious: true },
  );
  const known = runIds.length === 0 ? undefined : data;
  const runs = useMemo(() => {
    const asked = new Set(runIds);
    return known?.runs.filter((run) => asked.has(run.runId)) ?? none;
  }, [known, runIds]);
  return {
    runs,
    missing: known?.missing.filter((id) => runIds.includes(id)) ?? [],
    isPending: runIds.length > 0 && isPending,
    error: known === undefined ? (error ?? undefined) : undefined,
    retry: () => void refetch(),
  };
}

/** The one run that all experiments of these runs are measured against; absent where they have several, or none. */
function useExperimentBaseline(workspace: string, runs: readonly ComparedRun[]): string | undefined {
  const experimentIds = useMemo(() => [...new Set(runs.map((run) => run.experimentId))], [runs]);
  const baselines = useBaselines(workspace, experimentIds);
  const ids = new Set(
    [...baselines.values()].flatMap(({ runId, lifecycle }) => (lifecycle === null ? [] : [runId])),
  );
  return ids.size === 1 ? [...ids][0] : undefined;
}
