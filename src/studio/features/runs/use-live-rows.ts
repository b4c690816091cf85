import { searchRuns } from '#contract/runs.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import type { Column } from './column.model.ts';
import { fetchRows, type TableRow } from './fetch-rows.ts';

/**
 * Some runs as they are now, by id. Live events refresh this answer, so a running run changes in place while all rows
 * keep theirs.
 */
export function useLiveRows(
  workspace: string,
  runIds: readonly string[],
  columns: readonly Column[],
): ReadonlyMap<string, TableRow> {
  const client = useClient();
  const { data } = useQuery({
    // An operation's id begins the key: live events ask again what begins so.
    queryKey: [searchRuns.id, { runIds, columns }],
    enabled: runIds.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      fetchRows(
        client,
        {
          workspace,
          filter: `run_id IN (${runIds.map((id) => `'${id}'`).join(', ')})`,
          view: 'all',
          columns,
          limit: Math.max(1, runIds.length),
        },
        signal,
      ),
  });
  return useMemo(() => new Map(data?.map((row) => [row.runId, row])), [data]);
}
