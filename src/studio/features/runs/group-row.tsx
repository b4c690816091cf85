/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import type { RunGroup } from '#contract/run-groups.ts';
import { memo } from 'react';
import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import { type Column, columnId } from './column.model.ts';
import type { PlacedColumn } from './column-layout.model.ts';
import { Toggle } from './row-toggle.tsx';
import { rowId } from './grid-row.tsx';
import classes from './runs-grid.module.css';

interface GroupRowProps {
  readonly group: RunGroup;
  readonly label: string;
  /** In the order of the group's values. */
  readonly terms: readonly string[];
  readonly index: number;
  readonly top: number;
  readonly rank: number | undefined;
  readonly open: boolean;
  readonly current: boolean;
  readonly pinned: readonly PlacedColumn[];
  readonly columns: readonly PlacedColumn[];
}

/** Runs that have something in common, with what they measured: the mean and how far they spread. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, label, index, top, open, current, rank } = props;
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={open}
      data-index={index}
      data-current={current}
      className={`${classes['row']} ${classes['group']}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="none" className={classes['lead']}>
        <div role="gridcell" aria-colindex={1} className={classes['name']}>
          <span className={classes['rank']}>{rank}</span>
          {group.filter !== null && <Toggle open={open} label={label} />}
          <span className={classes['link']} title={label}>
            {label}
          </span>
          <span className={classes['badge']} title="Runs in the group">
            n = {formatInteger(group.runs)}
          </span>
        </div>
        {cells(props.pinned, props)}
      </div>
      {cells(props.columns, props)}
    </div>
  );
});

function cells(columns: readonly PlacedColumn[], { group, terms }: GroupRowProps): React.ReactNode {
  return columns.map(({ column, position, style, look }) => (
    <div
      key={columnId(column)}
      role="gridcell"
      aria-colindex={position + 2}
      className={classes[look]}
      style={style}
      title={detail(group, terms, column)}
    >
      {figure(group, terms, column)}
    </div>
  ));
}

function figure(group: RunGroup, terms: readonly string[], column: Column): string {
  const value = group.values[terms.indexOf(columnId(column))];
  if (value === undefined || value.mean === null) return '';
  return value.sd === null
    ? formatNumber(value.mean, 4)
    : `${formatNumber(value.mean, 4)} ± ${formatNumber(value.sd, 2)}`;
}

function detail(group: RunGroup, terms: readonly string[], column: Column): string | undefined {
  const value = group.values[terms.indexOf(columnId(column))];
  if (value === undefined || value.n + value.nan === 0) return undefined;
  const { n, nan, mean, sd, min, max, best } = value;
  const parts = [
    `n = ${n}`,
    ...(nan > 0 ? [`${nan} NaN`] : []),
    ...(mean === null ? [] : [`mean ${mean}`]),
    ...(sd === null ? [] : [`standard deviation ${sd}`]),
    ...(min === null ? [] : [`least ${min}`]),
    ...(max === null ? [] : [`greatest ${max}`]),
    ...(best === null ? [] : [`best ${best}`]),
  ];
  return parts.join(' · ');
}
