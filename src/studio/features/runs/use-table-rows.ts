import type { RunGroup } from '#contract/run-groups.ts';
import { useCallback, useMemo } from 'react';
import type { GridItem } from '#studio/ui/use-grid-window.ts';
import type { Range } from '#studio/ui/rows-in-sight.model.ts';
import type { ColumnLayout } from './column-layout.model.ts';
import type { TableRow } from './fetch-rows.ts';
import type { RunsGridProps } from './grid-props.ts';
import { isOpenAt, locate, type Outline } from './outline.model.ts';
import type { RowPlace } from './row-context.ts';
import type { Groups } from './use-groups.ts';
import { useNestedRows } from './use-nested-rows.ts';
import { useRunWindows } from './use-run-windows.ts';

interface TableRowsAsked {
  readonly layout: ColumnLayout;
  readonly items: readonly GridItem[];
  readonly columnsInSight: Range;
  readonly outline: Outline;
  /** `undefined` where nothing is grouped by. */
  readonly groups: Groups | undefined;
}

export interface TableRows {
  /** The run on a row; `undefined` while it is on its way, and where a group stands. */
  readonly runAt: (index: number) => TableRow | undefined;
  readonly groupAt: (index: number) => RunGroup | undefined;
  readonly placeOf: (index: number) => RowPlace;
  readonly stale: boolean;
}

/** What stands on each row: runs, groups with their runs, or runs with their children. */
export function useTableRows(props: RunsGridProps, asked: TableRowsAsked): TableRows {
  const { workspace, query, view, news } = props;
  const { layout, items, outline, groups } = asked;
  const grouped = view.group.length > 0;
  const isTree = view.as === 'tree';
  const places = useMemo(() => items.map(({ index }) => locate(outline, index)), [items, outline]);
  const windows = useRunWindows({
    workspace,
    query,
    columns: layout.asked,
    rows: topRange(places),
    columnsInSight: asked.columnsInSight,
    total: news.rows ?? 0,
    version: news.version,
    enabled: !grouped,
  });
  const searchOf = useCallback(
    (id: string) => (grouped ? { filter: id } : { filter: '', parentRunId: id }),
    [grouped],
  );
  const nestedAt = useNestedRows(places, {
    workspace,
    query,
    columns: layout.asked,
    version: news.version,
    searchOf,
  });
  const groupAt = (index: number): RunGroup | undefined => {
    const place = locate(outline, index);
    return grouped && place.parents.length === 0 ? groups?.groups[place.at] : undefined;
  };
  const runAt = (index: number): TableRow | undefined => {
    const place = locate(outline, index);
    if (place.parents.length > 0) return nestedAt(place);
    return grouped ? undefined : windows.rowAt(place.at);
  };
  return {
    runAt,
    groupAt,
    placeOf(index) {
      const place = locate(outline, index);
      const below = isTree ? (runAt(index)?.childCount ?? 0) : 0;
      return { at: place.at, depth: place.parents.length, below, open: isOpenAt(outline, place) };
    },
    stale: windows.stale,
  };
}

/** From the first to the last row of the top level that is in sight, or whose rows are. */
function topRange(
  places: readonly { readonly parents: readonly { readonly at: number }[]; readonly at: number }[],
): Range {
  const tops = places.map(({ parents, at }) => parents[0]?.at ?? at);
  return {
    first: Math.min(...tops, Infinity) === Infinity ? 0 : Math.min(...tops),
    last: Math.max(0, ...tops),
  };
}
