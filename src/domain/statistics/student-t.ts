import { incompleteBeta } from './incomplete-beta.ts';

/** Chance that Student's t with `df` degrees of freedom (above 0, not only whole ones) is at most `t`. */
export function studentCdf(t: number, df: number): number {
  if (t === Infinity) return 1;
  if (t === -Infinity) return 0;
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The value that t stays below with chance `p` (between 0 and 1); exact to about twelve digits. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1 && df > 0)) return NaN;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  if (p === 0.5) return 0;
  let low = 0;
  let high = 1;
  while (studentCdf(high, df) < p && high < 1e15) high *= 2;
  for (let round = 0; round < 100 && high - low > 1e-13 * high; round += 1) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, df) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const kept = new Map<string, number>();
const mostKept = 2000;

/**
 * How many standard errors a two-sided interval reaches to each side. `level` is the share of samples whose interval
 * holds the true value, such as 0.95. Whole degrees of freedom are remembered: charts ask for the same few again.
 */
export function criticalT(df: number, level = 0.95): number {
  if (!Number.isInteger(df)) return studentQuantile((1 + level) / 2, df);
  const key = `${df} ${level}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = studentQuantile((1 + level) / 2, df);
  if (kept.size < mostKept) kept.set(key, found);
  return found;
}
