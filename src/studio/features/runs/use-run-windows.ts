import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import type { Range } from '#studio/ui/rows-in-sight.model.ts';
import type { Column } from './column.model.ts';
import { fetchRows, type TableRow } from './fetch-rows.ts';
import { columnGroups, groupsInSight, joinRows, windowsFor, windowSize } from './run-windows.model.ts';
import type { RunsQuery } from './runs-query.model.ts';
import { useSame } from './use-same.ts';

// No operation's id, so that live events leave rows in their places: `useLiveRows` tells what changed in them.
const kept = 'table window';
const keptMs = 120_000;

interface WindowData {
  readonly rows: readonly TableRow[];
}

export interface RunWindows {
  /** The run on a row; `undefined` while it is on its way. */
  readonly rowAt: (index: number) => TableRow | undefined;
  readonly error: Error | undefined;
  readonly retry: () => void;
  /** What is shown belongs to the search before this one. */
  readonly stale: boolean;
}

interface WindowsAsked {
  readonly workspace: string;
  readonly query: RunsQuery;
  readonly columns: readonly Column[];
  readonly rows: Range;
  readonly columnsInSight: Range;
  readonly total: number;
  /** Of the moment: see `useRunsNews`. */
  readonly version: number;
  /** Absent: true. */
  readonly enabled?: boolean;
}

/** The rows in sight and their neighbourhood, fetched in windows, with just the columns in sight. */
export function useRunWindows(asked: WindowsAsked): RunWindows {
  const { workspace, query, columns, version } = asked;
  const client = useClient();
  const queries = useQueryClient();
  const search = useMemo(() => JSON.stringify([workspace, query]), [workspace, query]);
  const [shown, setShown] = useState(search);
  const allGroups = useMemo(() => columnGroups(columns), [columns]);
  const parts = useSame(partsOf(asked));
  const options = useMemo(
    () =>
      parts.map(({ window, group }) => ({
        queryKey: [kept, search, window, group, allGroups[group], version],
        staleTime: Infinity,
        gcTime: keptMs,
        placeholderData: () =>
          latestOf(queries, [kept, search, window, group]) ?? latestOf(queries, [kept, shown, window, group]),
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<WindowData> => ({
          rows: await fetchRows(
            client,
            {
              ...query,
              workspace,
              columns: allGroups[group] ?? [],
              offset: window * windowSize,
              limit: windowSize,
            },
            signal,
          ),
        }),
      })),
    [parts, search, allGroups, version, queries, shown, client, workspace, query],
  );
  const answers = useQueries({ queries: options });

  const arrived = answers[0]?.data !== undefined && !answers[0].isPlaceholderData;
  if (arrived && shown !== search) setShown(search);
  const data = useSame(answers.map((answer) => answer.data));
  const rowAt = useMemo(() => rowsOf(parts, data), [parts, data]);
  const failed = answers.find((answer) => answer.isError && answer.data === undefined);
  return {
    rowAt,
    error: failed?.error ?? undefined,
    retry: () => void queries.refetchQueries({ queryKey: [kept, search] }),
    stale: parts.length > 0 && !arrived && shown !== search,
  };
}

interface Part {
  readonly window: number;
  readonly group: number;
}

function partsOf({ rows, total, columns, columnsInSight, enabled = true }: WindowsAsked): readonly Part[] {
  if (!enabled) return [];
  const groups = groupsInSight(columns, columnsInSight);
  return windowsFor(rows, total).flatMap((window) => groups.map((group) => ({ window, group })));
}

/** Rows put together once, so that a row that is drawn again is the same one. */
function rowsOf(
  parts: readonly Part[],
  data: readonly (WindowData | undefined)[],
): (index: number) => TableRow | undefined {
  const found = new Map<number, (readonly TableRow[])[]>();
  for (const [index, { window }] of parts.entries()) {
    found.set(window, [...(found.get(window) ?? []), data[index]?.rows ?? []]);
  }
  const joined = new Map<number, TableRow | undefined>();
  return (index) => {
    if (joined.has(index)) return joined.get(index);
    const place = index % windowSize;
    const row = joinRows((found.get(Math.floor(index / windowSize)) ?? []).map((rows) => rows[place]));
    joined.set(index, row);
    return row;
  };
}

/** The newest answer whose key begins so. */
function latestOf(queries: QueryClient, begin: readonly unknown[]): WindowData | undefined {
  const found = queries
    .getQueryCache()
    .findAll({ queryKey: begin })
    .filter((query) => query.state.data !== undefined);
  const newest = found.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)[0];
  return newest === undefined ? undefined : queries.getQueryData<WindowData>(newest.queryKey);
}
