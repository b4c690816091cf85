import { listRunFields, searchRuns } from '#contract/runs.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '#studio/query/client-context.ts';
import type { Column } from './column.model.ts';
import { defaultColumns, paramsLookedAt } from './default-columns.model.ts';

const sampled = 60;

/**
 * Columns that suit the runs of some experiments. They stay while runs are logged, and are thought over again whenever
 * the number of runs has doubled: a table must not rearrange itself under the reader's eyes.
 */
export function useDefaultColumns(
  workspace: string,
  experiments: readonly string[],
  total: number | undefined,
): readonly Column[] | undefined {
  const client = useClient();
  const doublings = Math.floor(Math.log2((total ?? 0) + 1));
  const { data } = useQuery({
    queryKey: ['default columns', workspace, experiments, doublings],
    enabled: total !== undefined,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const fields = await client.call(
        listRunFields,
        {
          params: { workspace },
          query: {
            limit: paramsLookedAt,
            ...(experiments.length === 0 ? {} : { experiments: experiments.join(',') }),
          },
        },
        signal,
      );
      const params = fields.params.map(({ key }) => key);
      const sample = await client.call(
        searchRuns,
        {
          params: { workspace },
          body: {
            experimentIds: [...experiments],
            columns: { params },
            limit: sampled,
          },
        },
        signal,
      );
      return defaultColumns(fields, sample.rows);
    },
  });
  return data;
}
