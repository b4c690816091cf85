import { type Experiment, getExperiment } from '#contract/experiments.ts';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '../query/client-context.ts';
import { operationQuery } from '../query/operation-query.ts';

/** The run that an experiment is measured against. `lifecycle` null: it is gone for good. */
export type Baseline = NonNullable<Experiment['baseline']>;

/** The baselines of some experiments, by experiment id; those without one (or not known yet) are not in it. */
export function useBaselines(
  workspace: string,
  experimentIds: readonly string[],
): ReadonlyMap<string, Baseline> {
  const client = useClient();
  const ids = useMemo(() => [...new Set(experimentIds)].sort(), [experimentIds]);
  return useQueries({
    queries: ids.map((experimentId) =>
      operationQuery(client, getExperiment, { params: { workspace, experimentId } }),
    ),
    combine: combineBaselines,
  });
}

/** The baseline of one experiment; absent where it has none, or is not known yet. */
export function useBaseline(workspace: string, experimentId: string | undefined): Baseline | undefined {
  const ids = useMemo(() => (experimentId === undefined ? [] : [experimentId]), [experimentId]);
  return useBaselines(workspace, ids).get(experimentId ?? '');
}

function combineBaselines(
  answers: readonly { readonly data: Experiment | undefined }[],
): ReadonlyMap<string, Baseline> {
  return new Map(
    answers.flatMap(({ data }) =>
      data === undefined || data.baseline === null ? [] : [[data.experimentId, data.baseline] as const],
    ),
  );
}
