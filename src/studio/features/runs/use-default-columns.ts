import { listRunFields, searchRuns } from '#contract/runs.ts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '#studio/query/client-context.ts';
import type { Column } from './column.model.ts';
import { defaultColumns, paramsLookedAt, withNewColumns } from './default-columns.model.ts';

const sampled = 60;

/**
 * Columns that suit the runs of some experiments. They stay while runs are logged, and are thought over again whenever
 * the number of runs has doubled: then others may come behind them.
 */
export function useDefaultColumns(
  workspace: string,
  experiments: readonly string[],
  total: number | undefined,
): readonly Column[] | undefined {
  const client = useClient();
  const queries = useQueryClient();
  const doublings = Math.floor(Math.log2((total ?? 0) + 1));
  const known = ['default columns', workspace, experiments];
  const { data } = useQuery({
    queryKey: [...known, doublings],
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
      const next = defaultColumns(fields, sample.rows);
      const before = queries.getQueryData<readonly Column[]>([...known, doublings - 1]);
      return before === undefined ? next : withNewColumns(before, next);
    },
  });
  return data;
}
