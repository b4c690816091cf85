import type { Direction } from '#domain/metric/direction.ts';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import { type Column, columnId, type MetricColumn, orderTerm } from './column.model.ts';
import { fetchRows, metricValue } from './fetch-rows.ts';
import type { RunsQuery } from './runs-query.model.ts';

interface BestValuesAsked {
  readonly workspace: string;
  readonly query: RunsQuery;
  readonly columns: readonly Column[];
  readonly directionOf: (metric: string) => Direction;
  /** Of the moment: see `useRunsNews`. */
  readonly version: number;
  readonly enabled: boolean;
}

/** The best value of each metric's column over all runs of the search, by column id. */
export function useBestValues(asked: BestValuesAsked): ReadonlyMap<string, number> {
  const { workspace, query, columns, directionOf, version, enabled } = asked;
  const client = useClient();
  const metrics = useMemo(
    () =>
      columns.filter(
        (column): column is MetricColumn => column.kind === 'metrics' && column.summary !== 'count',
      ),
    [columns],
  );
  const queries = useMemo(
    () =>
      metrics.map((column) => {
        const direction = directionOf(column.key);
        const { experimentIds, filter, view } = query;
        return {
          queryKey: [
            'best value',
            workspace,
            experimentIds,
            filter,
            view,
            columnId(column),
            direction,
            version,
          ],
          enabled: enabled && direction !== 'none',
          staleTime: Infinity,
          queryFn: async ({ signal }: { signal: AbortSignal }): Promise<number | null> => {
            const order = orderTerm(column, direction === 'up');
            const asks = {
              ...query,
              workspace,
              orderBy: order === undefined ? [] : [order],
              columns: [column],
              limit: 1,
            };
            const [first] = await fetchRows(client, asks, signal);
            return (first === undefined ? undefined : metricValue(first, column)) ?? null;
          },
        };
      }),
    [metrics, directionOf, query, workspace, version, enabled, client],
  );
  const values = useQueries({ queries, combine: valuesOf });
  return useMemo(
    () =>
      new Map(
        metrics.flatMap((column, index) => {
          const value = values[index];
          return typeof value === 'number' && Number.isFinite(value)
            ? [[columnId(column), value] as const]
            : [];
        }),
      ),
    [metrics, values],
  );
}

function valuesOf(
  answers: readonly { readonly data: number | null | undefined }[],
): readonly (number | null | undefined)[] {
  return answers.map(({ data }) => data);
}
