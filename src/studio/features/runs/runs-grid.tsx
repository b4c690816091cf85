import type { RunRow } from '#contract/runs.ts';
import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import type { Column } from './column.model.ts';
import { columnsInSight, layOutColumns, type PlacedColumn } from './column-layout.model.ts';
import { GridHeader } from './grid-header.tsx';
import { rowId } from './grid-row.tsx';
import { GridRows } from './grid-rows.tsx';
import classes from './runs-grid.module.css';
import type { ColumnChoice, SortTerm } from './runs-view.model.ts';
import { useAtTop } from './use-at-top.ts';
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import { useSideways } from './use-sideways.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useLiveRows } from './use-live-rows.ts';
import type { RunsNews } from './use-runs-news.ts';
import { useRowHeight } from '#studio/ui/use-row-height.ts';
import { useRunWindows } from './use-run-windows.ts';
import type { RunsQuery } from './runs-query.model.ts';
import type { RowCursor } from './use-row-cursor.ts';

export interface RunsGridProps {
  readonly workspace: string;
  readonly query: RunsQuery;
  readonly news: RunsNews;
  readonly choices: readonly ColumnChoice[];
  readonly sort: readonly SortTerm[];
  readonly selected: ReadonlySet<string>;
  readonly cursor: RowCursor;
  readonly onSort: (placed: PlacedColumn, add: boolean) => void;
  readonly onResize: (placed: PlacedColumn, width: number) => void;
  readonly onMove: (placed: PlacedColumn, position: number) => void;
  readonly onTop: (atTop: boolean) => void;
  readonly onSelect: (index: number, how: 'toggle' | 'range') => void;
  /** Gets the way to the run on a row, for keys and ranges. */
  readonly onRows: (rowAt: (index: number) => RunRow | undefined) => void;
}

const headHeight = 32;

/** All runs as a grid in which only what is in sight exists. */
export function RunsGrid(props: RunsGridProps) {
  const { workspace, query, news, choices, cursor, onTop, onRows } = props;
  const rowHeight = useRowHeight();
  const navigate = useNavigate();
  const rows = news.rows ?? 0;
  const layout = useMemo(() => layOutColumns(choices), [choices]);
  const grid = useGridWindow({ rows, rowHeight, above: headHeight });
  const sideways = useSideways(grid.scroller);
  const { first, last } = columnsInSight(layout, sideways.left, sideways.width);
  const inSight = useMemo(() => layout.columns.slice(first, last + 1), [layout, first, last]);
  const windows = useRunWindows({
    workspace,
    query,
    columns: layout.asked,
    rows: grid.range,
    columnsInSight: { first, last },
    total: rows,
    version: news.version,
  });
  const runs = useFreshRuns(props, grid, windows.rowAt, inSight);
  useKeptScroll(grid.scroller, rows > 0);
  const { scroller, setScroller, reveal } = grid;

  useEffect(() => onRows(windows.rowAt));
  useEffect(() => {
    if (cursor.index !== undefined) reveal(cursor.index);
  }, [cursor.index, reveal]);
  useAtTop(scroller, rowHeight, onTop);

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys of the screen do the same
    <div
      ref={setScroller}
      role="grid"
      aria-label="Runs"
      aria-rowcount={rows + 1}
      aria-colcount={layout.columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={cursor.index === undefined ? undefined : rowId(cursor.index)}
      aria-busy={windows.stale}
      tabIndex={0}
      className={classes['scroller']}
      data-stale={windows.stale}
      onClick={(event) => {
        const opened = runs.get(pressRow(event, props) ?? -1);
        if (opened !== undefined) void navigate(url.run(workspace, opened.runId));
      }}
    >
      <GridHeader
        layout={layout}
        columns={inSight}
        sort={props.sort}
        onSort={props.onSort}
        onResize={props.onResize}
        onMove={props.onMove}
      />
      <GridRows {...props} layout={layout} columns={inSight} grid={grid} runs={runs} />
    </div>
  );
}

/** The runs in sight by row, in their freshest state once scrolling has settled. */
function useFreshRuns(
  { workspace, query }: RunsGridProps,
  { items, scrolling }: ReturnType<typeof useGridWindow>,
  rowAt: (index: number) => RunRow | undefined,
  inSight: readonly PlacedColumn[],
): ReadonlyMap<number, RunRow> {
  const found = new Map<number, RunRow>();
  for (const { index } of items) {
    const run = rowAt(index);
    if (run !== undefined) found.set(index, run);
  }
  const ids = scrolling ? [] : [...found.values()].map((run) => run.runId);
  const columns: readonly Column[] = inSight.map(({ column }) => column);
  const live = useLiveRows(workspace, query, ids, columns);
  for (const [index, run] of found) found.set(index, live.get(run.runId) ?? run);
  return found;
}

/** Chooses, or moves the cursor; answers the row whose name was pressed, to open its run. */
function pressRow(
  event: React.MouseEvent<HTMLElement>,
  { cursor, onSelect }: RunsGridProps,
): number | undefined {
  if (!(event.target instanceof HTMLElement)) return undefined;
  const index = Number(event.target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? Number.NaN);
  if (Number.isNaN(index)) return undefined;
  const isBox = event.target.closest('[role=checkbox]') !== null;
  const adds = event.ctrlKey || event.metaKey;
  if (event.target.closest('a') !== null && !event.shiftKey) {
    // The browser opens a new tab by itself.
    if (adds) return undefined;
    event.preventDefault();
    return index;
  }
  if (event.shiftKey || isBox) event.preventDefault();
  if (event.shiftKey) onSelect(index, 'range');
  else if (isBox || adds) onSelect(index, 'toggle');
  cursor.set(index);
  return undefined;
}
