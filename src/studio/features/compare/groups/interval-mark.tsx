import type { Interval } from '#domain/statistics/mean-interval.ts';
import { formatNumber } from '#studio/ui/number.model.ts';
import classes from './groups.module.css';
import type { IntervalScale } from './interval-scale.model.ts';

interface IntervalMarkProps {
  readonly mean: number;
  readonly interval: Interval | undefined;
  readonly scale: IntervalScale | undefined;
}

const width = 160;
const inset = 6;

/** A mean and its interval, on the scale that all groups share. */
export function IntervalMark({ mean, interval, scale }: IntervalMarkProps) {
  if (scale === undefined || !Number.isFinite(mean))
    return <span className={classes['quiet']}>No value</span>;
  const at = (value: number): number => inset + scale(value) * (width - 2 * inset);
  const words =
    interval === undefined
      ? 'One run: no interval'
      : `${formatNumber(interval.low, 4)} to ${formatNumber(interval.high, 4)}`;
  return (
    <span className={classes['mark']}>
      <svg width={width} height={16} aria-hidden="true">
        <line x1={0} x2={width} y1={8} y2={8} className={classes['axis']} />
        {interval !== undefined && (
          <line x1={at(interval.low)} x2={at(interval.high)} y1={8} y2={8} className={classes['interval']} />
        )}
        <circle cx={at(mean)} cy={8} r={4} className={classes['mean']} />
      </svg>
      <span className={classes['quiet']}>{words}</span>
    </span>
  );
}
