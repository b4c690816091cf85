import { readPoints } from '#contract/metrics.ts';
import type { RunDetails } from '#contract/runs.ts';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '#studio/query/client-context.ts';
import { metricForTimes, readsOf, type StepTime, toKnots } from './step-times.model.ts';

const nothing: readonly StepTime[] = [];

/** When each step of a run was logged, as its metrics tell. */
export function useStepTimes(workspace: string, run: RunDetails): readonly StepTime[] {
  const client = useClient();
  const { runId } = run;
  const metric = metricForTimes(run.metrics);
  const { data } = useQuery({
    queryKey: ['step times', workspace, runId, metric?.key, metric?.points],
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        readsOf(metric?.points ?? 0).map(async (read) =>
          client.call(
            readPoints,
            { params: { workspace, runId }, query: { key: metric?.key ?? '', ...read } },
            signal,
          ),
        ),
      );
      return toKnots(answers.flatMap(({ points }) => points));
    },
    enabled: metric !== undefined,
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  return data ?? nothing;
}
