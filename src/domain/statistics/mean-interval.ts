import { type Moments, standardErrorOf } from './moments.ts';
import { criticalT } from './student-t.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Where the true mean lies (Student's t, two-sided); absent under two values, for one says nothing of the spread. */
export function meanInterval(moments: Moments, level = 0.95): Interval | undefined {
  if (moments.n < 2) return undefined;
  return intervalAround(moments.mean, standardErrorOf(moments), moments.n - 1, level);
}

/** The interval around an estimate of that standard error and so many degrees of freedom. */
export function intervalAround(estimate: number, standardError: number, df: number, level = 0.95): Interval {
  const reach = standardError === 0 ? 0 : criticalT(df, level) * standardError;
  return { low: estimate - reach, high: estimate + reach };
}
