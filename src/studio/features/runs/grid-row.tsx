/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import type { RunRow } from '#contract/runs.ts';
import { memo } from 'react';
import { RunDot } from '#studio/ui/run-dot.tsx';
import { columnId } from './column.model.ts';
import type { PlacedColumn } from './column-layout.model.ts';
import { runCell } from './run-cell.tsx';
import classes from './runs-grid.module.css';

interface GridRowProps {
  /** The address of the table: a run's lies below it. */
  readonly runsHref: string;
  readonly run: RunRow | undefined;
  readonly index: number;
  readonly top: number;
  /** Those in sight. */
  readonly columns: readonly PlacedColumn[];
  readonly current: boolean;
  readonly selected: boolean;
  readonly nowMs: number;
  readonly exactTimes: boolean;
}

export const rowId = (index: number): string => `run-row-${index}`;

/**
 * One run. Plain elements and no handlers: the grid listens for all rows, and while it scrolls the same elements show
 * one run after the other.
 */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { run, index, top, columns, current, selected, nowMs, exactTimes } = props;
  const clock = { nowMs, exact: exactTimes };
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-current={current}
      data-deleted={run?.lifecycle === 'deleted'}
      data-waits={run === undefined}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className={classes['name']}>
        <span
          role="checkbox"
          aria-checked={selected}
          aria-label={run === undefined ? 'Select' : `Select ${run.name}`}
          tabIndex={-1}
          className={classes['check']}
        />
        {run !== undefined && <RunDot run={run} />}
        <a
          href={run === undefined ? undefined : `${props.runsHref}/${encodeURIComponent(run.runId)}`}
          tabIndex={-1}
          className={classes['link']}
        >
          {run?.name}
        </a>
      </div>
      {columns.map(({ column, position, style, look }) => (
        <div
          key={columnId(column)}
          role="gridcell"
          aria-colindex={position + 2}
          className={classes[look]}
          style={style}
        >
          {run === undefined ? '' : runCell(run, column, clock)}
        </div>
      ))}
    </div>
  );
});
