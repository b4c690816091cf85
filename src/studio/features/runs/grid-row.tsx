/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import { memo } from 'react';
import { RunDot } from '#studio/ui/run-dot.tsx';
import type { CellClock } from './cell-text.model.ts';
import { columnId } from './column.model.ts';
import type { PlacedColumn } from './column-layout.model.ts';
import type { TableRow } from './fetch-rows.ts';
import type { RowContext } from './row-context.ts';
import { Toggle } from './row-toggle.tsx';
import { runCell } from './run-cell.tsx';
import classes from './runs-grid.module.css';

interface GridRowProps {
  readonly context: RowContext;
  readonly run: TableRow | undefined;
  /** `undefined`: it stays above all rows. */
  readonly index: number | undefined;
  readonly top: number;
  readonly current: boolean;
  readonly selected: boolean;
  readonly nowMs: number;
  readonly depth: number;
  readonly below: number;
  readonly open: boolean;
  readonly isBaseline: boolean;
  /** Its place in a leaderboard, from 1. */
  readonly rank: number | undefined;
}

export const rowId = (index: number): string => `run-row-${index}`;

const indentPx = 20;

/**
 * One run. Plain elements and no handlers: the grid listens for all rows, and while it scrolls the same elements show
 * one run after the other.
 */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { context, run, index, top, current, selected, nowMs } = props;
  const clock = { nowMs, exact: context.exactTimes };
  return (
    <div
      role="row"
      {...(index === undefined ? {} : { id: rowId(index), 'aria-rowindex': index + 2, 'data-index': index })}
      aria-selected={selected}
      {...(props.depth > 0 || props.below > 0 ? { 'aria-level': props.depth + 1 } : {})}
      {...(props.below > 0 ? { 'aria-expanded': props.open } : {})}
      data-current={current}
      data-baseline={index === undefined}
      data-deleted={run?.lifecycle === 'deleted'}
      data-waits={run === undefined}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="none" className={classes['lead']}>
        <NameCell {...props} />
        {cells(context.pinned, run, clock, context)}
      </div>
      {cells(context.columns, run, clock, context)}
    </div>
  );
});

function NameCell({ context, run, selected, depth, below, open, isBaseline, index, rank }: GridRowProps) {
  return (
    <div
      role="gridcell"
      aria-colindex={1}
      className={classes['name']}
      style={depth === 0 ? undefined : { paddingInlineStart: depth * indentPx }}
    >
      <span
        role="checkbox"
        aria-checked={selected}
        aria-label={run === undefined ? 'Select' : `Select ${run.name}`}
        tabIndex={-1}
        className={classes['check']}
        style={index === undefined ? { visibility: 'hidden' } : undefined}
      />
      {rank !== undefined && <span className={classes['rank']}>{rank}</span>}
      {below > 0 && <Toggle open={open} label={`${below} child runs`} />}
      {run !== undefined && <RunDot run={run} />}
      <a
        href={run === undefined ? undefined : `${context.runsHref}/${encodeURIComponent(run.runId)}`}
        tabIndex={-1}
        className={classes['link']}
      >
        {run?.name}
      </a>
      {isBaseline && <span className={classes['badge']}>Baseline</span>}
      {below > 0 && <span className={classes['badge']}>{below}</span>}
    </div>
  );
}

function cells(
  columns: readonly PlacedColumn[],
  run: TableRow | undefined,
  clock: CellClock,
  context: RowContext,
): React.ReactNode {
  return columns.map(({ column, position, style, look }) => (
    <div
      key={columnId(column)}
      role="gridcell"
      aria-colindex={position + 2}
      className={classes[look]}
      style={style}
      data-best={run !== undefined && context.marks.isBest(run, column) ? true : undefined}
    >
      {run === undefined ? '' : runCell(run, column, clock, context)}
    </div>
  ));
}
