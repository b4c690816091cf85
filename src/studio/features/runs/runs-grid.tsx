import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useSetDirection } from '#studio/metric/use-set-direction.ts';
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import { useRowHeight } from '#studio/ui/use-row-height.ts';
import { layOutColumns } from './column-layout.model.ts';
import { GridHeader } from './grid-header.tsx';
import { rowId } from './grid-row.tsx';
import { BaselineRows, GridRows } from './grid-rows.tsx';
import type { RunsGridProps } from './grid-props.ts';
import { pressRow } from './press-row.ts';
import classes from './runs-grid.module.css';
import { useAtTop } from './use-at-top.ts';
import { useColumnsInSight } from './use-columns-in-sight.ts';
import { useCellTitles } from './use-cell-titles.ts';
import { useFreshRuns } from './use-fresh-runs.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useRowContext } from './use-row-context.ts';
import { useRunWindows } from './use-run-windows.ts';

const headingsPx = 32;
const groupLabelsPx = 20;

const flat = { depth: 0, below: 0, open: false };
const atRoot = () => flat;

/** All runs as a grid in which only what is in sight exists. */
export function RunsGrid(props: RunsGridProps) {
  const { workspace, query, news, view, choices, cursor, onTop, onRows } = props;
  const rowHeight = useRowHeight(view.density);
  const navigate = useNavigate();
  const rows = news.rows ?? 0;
  const layout = useMemo(() => layOutColumns(choices, view.pinned), [choices, view.pinned]);
  const grid = useGridWindow({ rows, rowHeight, above: headingsPx + (layout.grouped ? groupLabelsPx : 0) });
  const { scroller, setScroller, reveal } = grid;
  const { inSight, range } = useColumnsInSight(scroller, layout);
  const windows = useRunWindows({
    workspace,
    query,
    columns: layout.asked,
    rows: grid.range,
    columnsInSight: range,
    total: rows,
    version: news.version,
  });
  const runs = useFreshRuns(workspace, grid, windows.rowAt, inSight);
  const { context, baselines, baselineIds } = useRowContext(props, {
    layout,
    inSight,
    runs,
    scrolling: grid.scrolling,
  });
  const onDirection = useSetDirection(workspace);
  const titles = useCellTitles(runs, layout, context.exactTimes);
  useKeptScroll(scroller, rows > 0);
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
      aria-colcount={layout.asked.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={cursor.index === undefined ? undefined : rowId(cursor.index)}
      aria-busy={windows.stale}
      tabIndex={0}
      className={classes['scroller']}
      style={leadStyle(layout.leadWidth, layout.name.width)}
      data-density={view.density}
      data-stale={windows.stale}
      // oxlint-disable-next-line jsx-a11y/mouse-events-have-key-events -- a title shows what the cell says in short
      onMouseOver={titles}
      onClick={(event) => {
        const opened = runs.get(pressRow(event, props) ?? -1);
        if (opened !== undefined) void navigate(url.run(workspace, opened.runId));
      }}
    >
      <GridHeader
        layout={layout}
        columns={inSight}
        sort={view.sort}
        actions={props.actions}
        directions={props.directions}
        onDirection={onDirection}
      />
      {baselines.length > 0 && (
        <BaselineRows context={context} baselines={baselines} rowHeight={rowHeight} width={layout.width} />
      )}
      <GridRows
        context={context}
        items={grid.items}
        height={grid.height}
        width={layout.width}
        runs={runs}
        placeOf={atRoot}
        baselineIds={baselineIds}
        selected={props.selected}
        cursor={cursor}
      />
    </div>
  );
}

function leadStyle(lead: number, name: number): React.CSSProperties {
  const style: React.CSSProperties & Record<`--${string}`, string> = {
    '--lead-width': `${lead}px`,
    '--name-width': `${name}px`,
  };
  return style;
}
