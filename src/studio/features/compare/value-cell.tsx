import { formatNumber } from '#studio/ui/number.model.ts';
import type { CompareCell } from './compare.model.ts';
import type { Delta } from './compare-value.model.ts';
import classes from './compare-table.module.css';

interface ValueCellProps {
  readonly cell: CompareCell;
  /** Of a row that holds numbers only: they line up. */
  readonly numeric: boolean;
}

/** A value; where there is a baseline, how far from it. */
export function ValueCell({ cell, numeric }: ValueCellProps) {
  const { text, value, delta, deviates } = cell;
  if (text === undefined) {
    return (
      <td className={classes['absent']} data-number={numeric} data-deviates={deviates}>
        <span title="Not logged">–</span>
      </td>
    );
  }
  return (
    <td data-number={numeric} data-deviates={deviates} title={text}>
      {value === undefined ? <span className={classes['text']}>{text}</span> : formatNumber(value, 5)}
      {delta !== undefined && <DeltaText delta={delta} />}
    </td>
  );
}

/** Up or down by shape and sign: whether that is good is for the reader to say. */
function DeltaText({ delta: { amount, share } }: { readonly delta: Delta }) {
  if (amount === 0) return <span className={classes['delta']}>=</span>;
  const text =
    share === undefined ? formatNumber(Math.abs(amount), 3) : `${formatNumber(Math.abs(share) * 100, 3)} %`;
  return (
    <span className={classes['delta']} title={`${amount > 0 ? '+' : ''}${amount}`}>
      {amount > 0 ? '▲ +' : '▼ −'}
      {text}
    </span>
  );
}
