import { useMemo } from 'react';
import type { GridItem } from '#studio/ui/use-grid-window.ts';
import type { PlacedColumn } from './column-layout.model.ts';
import type { TableRow } from './fetch-rows.ts';
import { useLiveRows } from './use-live-rows.ts';
import { useSame } from './use-same.ts';

const none: readonly string[] = [];

/** The runs in sight by row, in their freshest state once scrolling has settled. */
export function useFreshRuns(
  workspace: string,
  { items, scrolling }: { readonly items: readonly GridItem[]; readonly scrolling: boolean },
  rowAt: (index: number) => TableRow | undefined,
  inSight: readonly PlacedColumn[],
): ReadonlyMap<number, TableRow> {
  const found = new Map<number, TableRow>();
  for (const { index } of items) {
    const run = rowAt(index);
    if (run !== undefined) found.set(index, run);
  }
  const ids = useSame(scrolling ? none : [...found.values()].map((run) => run.runId));
  const columns = useMemo(() => inSight.map(({ column }) => column), [inSight]);
  const live = useLiveRows(workspace, ids, columns);
  for (const [index, run] of found) {
    const fresh = live.get(run.runId);
    if (fresh !== undefined) found.set(index, withFresh(run, fresh));
  }
  return found;
}

const joined = new WeakMap<TableRow, { readonly fresh: TableRow; readonly row: TableRow }>();

/** What was asked anew over what was there: columns out of sight are not asked for again. The same row for the same two. */
function withFresh(run: TableRow, fresh: TableRow): TableRow {
  const known = joined.get(run);
  if (known?.fresh === fresh) return known.row;
  const row = {
    ...fresh,
    metrics: { ...run.metrics, ...fresh.metrics },
    params: { ...run.params, ...fresh.params },
    tags: { ...run.tags, ...fresh.tags },
    values: { ...run.values, ...fresh.values },
  };
  joined.set(run, { fresh, row });
  return row;
}
