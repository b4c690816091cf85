import { type RunRow, searchRuns } from '#contract/runs.ts';
import { useMemo } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import type { Column } from './column.model.ts';
import type { RunsQuery } from './runs-query.model.ts';

/**
 * The runs in sight as they are now, by id. Live events refresh this answer only, so a running run changes in place
 * while all rows keep theirs.
 */
export function useLiveRows(
  workspace: string,
  query: RunsQuery,
  runIds: readonly string[],
  columns: readonly Column[],
): ReadonlyMap<string, RunRow> {
  const keysOf = (kind: Column['kind']): string[] =>
    columns.flatMap((column) => (column.kind === kind && column.kind !== 'own' ? [column.key] : []));
  const { data } = useOperation(
    searchRuns,
    {
      params: { workspace },
      body: {
        view: query.view,
        filter: `run_id IN (${runIds.map((id) => `'${id}'`).join(', ')})`,
        columns: { metrics: keysOf('metrics'), params: keysOf('params'), tags: keysOf('tags') },
        limit: Math.max(1, runIds.length),
      },
    },
    { enabled: runIds.length > 0, keepPrevious: true },
  );
  return useMemo(() => new Map(data?.rows.map((row) => [row.runId, row])), [data]);
}
