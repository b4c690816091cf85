import type { RunGroup } from '#contract/run-groups.ts';
import { useEffect, useMemo, useState } from 'react';
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import { useRowHeight } from '#studio/ui/use-row-height.ts';
import { columnId } from './column.model.ts';
import { layOutColumns } from './column-layout.model.ts';
import type { TableRow } from './fetch-rows.ts';
import type { RunsGridProps } from './grid-props.ts';
import { outlineSize } from './outline.model.ts';
import { groupMetrics } from './runs-groups.model.ts';
import { useAtTop } from './use-at-top.ts';
import { useColumnsInSight } from './use-columns-in-sight.ts';
import { useFreshRuns } from './use-fresh-runs.ts';
import { useGroups } from './use-groups.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useOutline } from './use-outline.ts';
import { useRowContext } from './use-row-context.ts';
import { useTableRows } from './use-table-rows.ts';

/** Drawn as bones while groups are on their way. */
const waitingRows = 24;

/** What the table draws: where its columns are, what stands on its rows, and what keys may do with them. */
export function useGridModel(props: RunsGridProps) {
  const { workspace, query, news, view, choices, cursor, onTop, onRows } = props;
  const rowHeight = useRowHeight(view.density);
  const [top, setTop] = useState<HTMLDivElement | null>(null);
  const [measured, setMeasured] = useState(false);
  const roomy = measured || view.group.length > 0;
  const layout = useMemo(() => layOutColumns(choices, view.pinned, roomy), [choices, view.pinned, roomy]);
  const groups = useGroups({ workspace, query, view, columns: layout.asked, version: news.version });
  const { outline, toggle } = useOutline(
    view.group.length > 0 ? (groups?.groups.length ?? waitingRows) : (news.rows ?? 0),
    JSON.stringify([query, view.group, view.as, news.version]),
  );
  const rows = outlineSize(outline);
  const grid = useGridWindow({ rows, rowHeight, above: () => top?.offsetHeight ?? 0 });
  const { inSight, range } = useColumnsInSight(grid.scroller, layout);
  const { items } = grid;
  const table = useTableRows(props, { layout, items, columnsInSight: range, outline, groups });
  const runs = useFreshRuns(workspace, grid, table.runAt, inSight);
  const shared = useRowContext(props, { layout, inSight, runs, scrolling: grid.scrolling });
  // Which experiments are in sight is known only by the rows, which the columns are laid out before.
  if (shared.baselines.length > 0 !== measured) setMeasured(!measured);
  const terms = useMemo(() => groupMetrics(layout.asked, view.sort).map(columnId), [layout.asked, view.sort]);
  const onToggle = (index: number): void => {
    const node = openable(table.runAt(index), table.groupAt(index));
    if (node !== undefined) toggle(index, node);
  };
  const { scroller, reveal } = grid;
  useKeptScroll(scroller, rows > 0);
  useAtTop(scroller, rowHeight, onTop);
  const flat = view.group.length === 0 && outline.open.length === 0;
  useEffect(() => onRows({ count: rows, groups: groups?.total, flat, runAt: table.runAt, toggle: onToggle }));
  useEffect(() => {
    if (cursor.index !== undefined) reveal(cursor.index);
    // oxlint-disable-next-line react/exhaustive-deps -- what is above the rows is measured when they are revealed
  }, [cursor.index, scroller, rowHeight]);
  return {
    ...shared,
    ...table,
    layout,
    groups,
    rows,
    rowHeight,
    grid,
    inSight,
    runs,
    terms,
    setTop,
    onToggle,
  };
}

/** What opens below a row: the runs of a group, the children of a run. */
function openable(
  run: TableRow | undefined,
  group: RunGroup | undefined,
): { readonly id: string; readonly count: number } | undefined {
  if (group !== undefined) return group.filter === null ? undefined : { id: group.filter, count: group.runs };
  const count = run?.childCount ?? 0;
  return run === undefined || count === 0 ? undefined : { id: run.runId, count };
}
