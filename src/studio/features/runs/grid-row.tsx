/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import type { RunRow } from '#contract/runs.ts';
import { memo } from 'react';
import { columnId, isNumeric } from './column.model.ts';
import type { PlacedColumn } from './column-layout.model.ts';
import classes from './runs-grid.module.css';
import { RunCell } from './run-cell.tsx';
import { RunDot } from '#studio/ui/run-dot.tsx';

interface GridRowProps {
  /** The address of the table: a run's lies below it. */
  readonly runsHref: string;
  readonly run: RunRow | undefined;
  readonly index: number;
  readonly top: number;
  /** Pixels of the name, which stays in sight. */
  readonly nameWidth: number;
  /** Those in sight. */
  readonly columns: readonly PlacedColumn[];
  readonly width: number;
  readonly current: boolean;
  readonly selected: boolean;
}

export const rowId = (index: number): string => `run-row-${index}`;

/** One run. Plain elements and no handlers: the grid listens for all rows, so that scrolling stays cheap. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { run, index, top, nameWidth, columns, width, current, selected } = props;
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-current={current}
      data-deleted={run?.lifecycle === 'deleted'}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)`, inlineSize: width }}
    >
      <div role="gridcell" aria-colindex={1} className={classes['name']} style={{ inlineSize: nameWidth }}>
        {run === undefined ? (
          <span className={classes['bone']} style={{ inlineSize: `${40 + ((index * 7) % 30)}%` }} />
        ) : (
          <NameCell runsHref={props.runsHref} run={run} selected={selected} />
        )}
      </div>
      {columns.map(({ column, left, width: cellWidth, position }) => (
        <div
          key={columnId(column)}
          role="gridcell"
          aria-colindex={position + 2}
          className={classes['cell']}
          data-number={isNumeric(column)}
          style={{ insetInlineStart: left, inlineSize: cellWidth }}
        >
          {run === undefined ? <span className={classes['bone']} /> : <RunCell run={run} column={column} />}
        </div>
      ))}
    </div>
  );
});

function NameCell({
  runsHref,
  run,
  selected,
}: {
  readonly runsHref: string;
  readonly run: RunRow;
  readonly selected: boolean;
}) {
  return (
    <>
      <label className={classes['check']}>
        <input type="checkbox" checked={selected} readOnly tabIndex={-1} aria-label={`Select ${run.name}`} />
      </label>
      <RunDot runId={run.runId} />
      <a
        href={`${runsHref}/${encodeURIComponent(run.runId)}`}
        tabIndex={-1}
        className={classes['link']}
        title={run.name}
      >
        {run.name}
      </a>
    </>
  );
}
