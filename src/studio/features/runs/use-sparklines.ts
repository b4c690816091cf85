import { readSeries } from '#contract/metrics.ts';
import { decodeSeries } from '#domain/series/series-wire.ts';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import { operationKey } from '#studio/query/operation-query.ts';
import type { Column } from './column.model.ts';
import { sparkPath } from './spark.model.ts';

const buckets = 48;

/** The path of a run's metric, once it is known. */
export type PathOf = (runId: string, metric: string) => string | undefined;

/** The courses of metrics of the runs in sight, for the columns that draw one. */
export function useSparklines(
  workspace: string,
  runIds: readonly string[],
  columns: readonly Column[],
): PathOf {
  const client = useClient();
  const metrics = useMemo(
    () => columns.flatMap((column) => (column.kind === 'spark' ? [column.key] : [])),
    [columns],
  );
  const queries = useMemo(
    () =>
      metrics.map((key) => {
        const input = { params: { workspace }, body: { runIds: [...runIds], key, maxBuckets: buckets } };
        return {
          queryKey: operationKey(readSeries, input),
          enabled: runIds.length > 0,
          placeholderData: keepPreviousData,
          structuralSharing: false,
          queryFn: async ({ signal }: { signal: AbortSignal }): Promise<ReadonlyMap<string, string>> => {
            const { lines } = decodeSeries(await client.bytes(readSeries, input, signal));
            return new Map(lines.map((line) => [line.runId, sparkPath(line)]));
          },
        };
      }),
    [metrics, workspace, runIds, client],
  );
  const paths = useQueries({ queries, combine: dataOf });
  return useCallback((runId, metric) => paths[metrics.indexOf(metric)]?.get(runId), [paths, metrics]);
}

function dataOf(
  answers: readonly { readonly data: ReadonlyMap<string, string> | undefined }[],
): readonly (ReadonlyMap<string, string> | undefined)[] {
  return answers.map(({ data }) => data);
}
