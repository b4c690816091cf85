import { useEffect, useMemo } from 'react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { Num } from '#studio/ui/num.tsx';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import type { Column } from './column.model.ts';
import { columnLabel } from './column-label.model.ts';
import { metricValue, type TableRow } from './fetch-rows.ts';
import { noRows } from './row-access.ts';
import { RunDot } from '#studio/ui/run-dot.tsx';
import classes from './runs-list.module.css';
import type { RunsGridProps } from './grid-props.ts';
import { useAtTop } from './use-at-top.ts';
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useLiveRows } from './use-live-rows.ts';
import { useRunWindows } from './use-run-windows.ts';
import { useSame } from './use-same.ts';

const itemHeight = 72;

type RunsListProps = Omit<RunsGridProps, 'actions' | 'directions' | 'cursor'>;

/** The runs on a phone: name, status, when, and the number that matters most. */
export function RunsList({
  workspace,
  query,
  news,
  view,
  choices,
  selected,
  onTop,
  onRows,
  onSelect,
}: RunsListProps) {
  const rows = news.rows ?? 0;
  const metric = [...view.sort, ...choices].find(({ column }) => column.kind === 'metrics')?.column;
  const columns = useMemo(() => (metric === undefined ? [] : [metric]), [metric]);
  const { scroller, setScroller, items, range, height, scrolling } = useGridWindow({
    rows,
    rowHeight: itemHeight,
    above: 0,
  });
  const { rowAt, stale } = useRunWindows({
    workspace,
    query,
    columns,
    rows: range,
    columnsInSight: { first: 0, last: 0 },
    total: rows,
    version: news.version,
  });
  const found = items.map(({ index }) => rowAt(index)).filter((run) => run !== undefined);
  const ids = useSame(scrolling ? [] : found.map((run) => run.runId));
  const live = useLiveRows(workspace, ids, columns);
  useKeptScroll(scroller, rows > 0);
  useEffect(() => onRows({ ...noRows, count: rows, flat: true, runAt: rowAt }));
  useAtTop(scroller, itemHeight, onTop);
  return (
    <section
      ref={setScroller}
      className={classes['scroller']}
      aria-label="Runs"
      aria-busy={stale}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
      tabIndex={0}
    >
      <ul className={classes['list']} style={{ blockSize: height }}>
        {items.map(({ index, start }) => {
          const run = rowAt(index);
          return (
            <li key={index} className={classes['item']} style={{ transform: `translateY(${start}px)` }}>
              {run === undefined ? (
                <span className={classes['bone']} />
              ) : (
                <Item
                  workspace={workspace}
                  run={live.get(run.runId) ?? run}
                  metric={metric}
                  selected={selected.has(run)}
                  onSelect={() => onSelect(index, 'toggle')}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly workspace: string;
  readonly run: TableRow;
  readonly metric: Column | undefined;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function Item({ workspace, run, metric, selected, onSelect }: ItemProps) {
  const value = metric === undefined ? undefined : metricValue(run, metric);
  return (
    <>
      <label className={classes['check']}>
        <input type="checkbox" checked={selected} onChange={onSelect} aria-label={`Select ${run.name}`} />
      </label>
      <Link to={url.run(workspace, run.runId)} className={classes['link'] ?? ''}>
        <span className={classes['line']}>
          <RunDot run={run} />
          <span className={classes['name']}>{run.name}</span>
          {value !== undefined && (
            <span className={classes['value']}>
              <Num value={value} />
            </span>
          )}
        </span>
        <span className={classes['line']} data-dim="true">
          <StatusBadge status={run.status} />
          <RelativeTime atMs={run.startedAtMs} />
          {value !== undefined && metric !== undefined && (
            <span className={classes['metric']}>{columnLabel(metric)}</span>
          )}
        </span>
      </Link>
    </>
  );
}
