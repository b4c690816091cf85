import type { Delta, Verdict } from '#domain/metric/delta.ts';
import { formatNumber } from '../ui/number.model.ts';
import classes from './delta-text.module.css';

const words: Readonly<Record<Verdict, string>> = {
  better: 'better than the baseline',
  worse: 'worse than the baseline',
  same: 'the same as the baseline',
  differs: 'other than the baseline',
};

/**
 * How far a value is from the baseline's. The arrow says up or down, its filling and the colour say better or worse, so
 * that neither is told by colour alone.
 */
export function DeltaText({ delta }: { readonly delta: Delta }) {
  return (
    <span className={classes['delta']} data-verdict={delta.verdict} title={describeDelta(delta)}>
      <span aria-hidden="true">{shapeOf(delta)}</span>
      {textOf(delta)}
      <span className="visually-hidden">, {words[delta.verdict]}</span>
    </span>
  );
}

/** The exact difference with its meaning: "-0.25, better than the baseline". */
export function describeDelta({ amount, verdict }: Delta): string {
  if (amount === undefined) return `one of the two is not a number, ${words[verdict]}`;
  return amount === 0 ? words[verdict] : `${amount > 0 ? '+' : ''}${amount}, ${words[verdict]}`;
}

function shapeOf({ amount, verdict }: Delta): string {
  if (verdict === 'same') return '=';
  if (amount === undefined) return verdict === 'worse' ? '✕' : '≠';
  if (verdict === 'worse') return amount > 0 ? '△' : '▽';
  return amount > 0 ? '▲' : '▼';
}

function textOf({ amount, share }: Delta): string {
  if (amount === undefined || amount === 0) return '';
  const sign = amount > 0 ? '+' : '−';
  const size =
    share === undefined ? formatNumber(Math.abs(amount), 3) : `${formatNumber(Math.abs(share) * 100, 3)} %`;
  return ` ${sign}${size}`;
}
