import type { RunGroup } from '#contract/run-groups.ts';
import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useSetDirection } from '#studio/metric/use-set-direction.ts';
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import { useRowHeight } from '#studio/ui/use-row-height.ts';
import { columnId } from './column.model.ts';
import { layOutColumns } from './column-layout.model.ts';
import type { TableRow } from './fetch-rows.ts';
import { GridHeader } from './grid-header.tsx';
import { rowId } from './grid-row.tsx';
import { BaselineRows, GridRows } from './grid-rows.tsx';
import type { RunsGridProps } from './grid-props.ts';
import { outlineSize } from './outline.model.ts';
import { groupMetrics } from './runs-groups.model.ts';
import { pressRow } from './press-row.ts';
import classes from './runs-grid.module.css';
import { useAtTop } from './use-at-top.ts';
import { useColumnsInSight } from './use-columns-in-sight.ts';
import { useCellTitles } from './use-cell-titles.ts';
import { useFreshRuns } from './use-fresh-runs.ts';
import { useGroups } from './use-groups.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useOutline } from './use-outline.ts';
import { useRowContext } from './use-row-context.ts';
import { useTableRows } from './use-table-rows.ts';

const headingsPx = 32;
const groupLabelsPx = 20;

/** All runs as a grid in which only what is in sight exists. */
export function RunsGrid(props: RunsGridProps) {
  const { workspace, query, news, view, choices, cursor, onTop, onRows } = props;
  const rowHeight = useRowHeight(view.density);
  const navigate = useNavigate();
  const layout = useMemo(() => layOutColumns(choices, view.pinned), [choices, view.pinned]);
  const groups = useGroups({ workspace, query, view, columns: layout.asked, version: news.version });
  const grouped = view.group.length > 0;
  const { outline, toggle } = useOutline(
    grouped ? (groups?.groups.length ?? 0) : (news.rows ?? 0),
    JSON.stringify([query, view.group, view.as, news.version]),
  );
  const rows = outlineSize(outline);
  const grid = useGridWindow({ rows, rowHeight, above: headingsPx + (layout.grouped ? groupLabelsPx : 0) });
  const { scroller, setScroller, reveal } = grid;
  const { inSight, range } = useColumnsInSight(scroller, layout);
  const { runAt, groupAt, placeOf, stale } = useTableRows(props, {
    layout,
    items: grid.items,
    columnsInSight: range,
    outline,
    groups,
  });
  const runs = useFreshRuns(workspace, grid, runAt, inSight);
  const onToggle = (index: number): void => {
    const node = openable(runAt(index), groupAt(index));
    if (node !== undefined) toggle(index, node);
  };
  const { context, baselines, baselineIds } = useRowContext(props, {
    layout,
    inSight,
    runs,
    scrolling: grid.scrolling,
  });
  const terms = useMemo(() => groupMetrics(layout.asked, view.sort).map(columnId), [layout.asked, view.sort]);
  const onDirection = useSetDirection(workspace);
  const titles = useCellTitles(runs, layout, context.exactTimes);
  useKeptScroll(scroller, rows > 0);
  useEffect(() => onRows({ count: rows, runAt, toggle: onToggle }));
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
      aria-busy={stale}
      tabIndex={0}
      className={classes['scroller']}
      style={leadStyle(layout.leadWidth, layout.name.width)}
      data-density={view.density}
      data-stale={stale}
      // oxlint-disable-next-line jsx-a11y/mouse-events-have-key-events -- a title shows what the cell says in short
      onMouseOver={titles}
      onClick={(event) => {
        const opened = runs.get(pressRow(event, { ...props, onToggle }) ?? -1);
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
        placeOf={placeOf}
        groupAt={groupAt}
        groupKeys={view.group}
        terms={terms}
        ranked={view.as === 'ranked'}
        baselineIds={baselineIds}
        selected={props.selected}
        cursor={cursor}
      />
    </div>
  );
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

function leadStyle(lead: number, name: number): React.CSSProperties {
  const style: React.CSSProperties & Record<`--${string}`, string> = {
    '--lead-width': `${lead}px`,
    '--name-width': `${name}px`,
  };
  return style;
}
