import { DeltaText } from '#studio/metric/delta-text.tsx';
import { formatNumber } from '#studio/ui/number.model.ts';
import type { CompareCell } from './compare-row.model.ts';
import classes from './compare-table.module.css';

interface ValueCellProps {
  readonly cell: CompareCell;
  /** Of a row that holds numbers only: they line up. */
  readonly numeric: boolean;
  readonly runId: string | undefined;
}

/** A value; where there is a baseline, how far from it. Can be given the focus, for copying. */
export function ValueCell({ cell, numeric, runId }: ValueCellProps) {
  const { text, value, delta, deviates, best } = cell;
  const shared = { 'data-number': numeric, 'data-deviates': deviates, 'data-run': runId, tabIndex: -1 };
  if (text === undefined) {
    return (
      <td {...shared} className={classes['absent']} data-copy="">
        <span title="Not logged">–</span>
      </td>
    );
  }
  return (
    <td {...shared} title={text} data-copy={text} data-best={best}>
      {best === true && (
        <span className={classes['best']} title="Best of those shown">
          ★<span className="visually-hidden"> best </span>
        </span>
      )}
      {value === undefined ? <span className={classes['text']}>{text}</span> : formatNumber(value, 5)}
      {delta !== undefined && (
        <span className={classes['delta']}>
          <DeltaText delta={delta} />
        </span>
      )}
    </td>
  );
}
