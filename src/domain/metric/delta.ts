import type { Direction } from './direction.ts';

/** `better` and `worse` by the metric's direction; `differs` where it has none. */
export type Verdict = 'better' | 'worse' | 'same' | 'differs';

/** How a value differs from the baseline's. */
export interface Delta {
  /** Value less baseline, in the metric's own unit; absent where one of them is no number. */
  readonly amount: number | undefined;
  /** Of the baseline's size (0.1 is ten per cent); absent where that is zero or not finite. */
  readonly share: number | undefined;
  readonly verdict: Verdict;
}

/**
 * A value against the baseline's; absent where either was not logged. NaN is worse than any number in a metric that
 * has a direction: the run diverged.
 */
export function deltaOf(
  value: number | undefined,
  baseline: number | undefined,
  direction: Direction,
): Delta | undefined {
  if (value === undefined || baseline === undefined) return undefined;
  // Zero and minus zero are one value, and so is NaN with itself.
  if (value === baseline || (Number.isNaN(value) && Number.isNaN(baseline))) {
    return { amount: 0, share: shareOf(0, baseline), verdict: 'same' };
  }
  const verdict = verdictOf(value, baseline, direction);
  if (Number.isNaN(value) || Number.isNaN(baseline)) return { amount: undefined, share: undefined, verdict };
  const amount = value - baseline;
  return { amount, share: shareOf(amount, baseline), verdict };
}

function shareOf(amount: number, baseline: number): number | undefined {
  const size = Math.abs(baseline);
  if (size === 0 || !Number.isFinite(size)) return undefined;
  // 1e308 next to 1e-308: a share that no number holds is not told.
  const share = amount / size;
  return Number.isFinite(share) ? share : undefined;
}

function verdictOf(value: number, baseline: number, direction: Direction): Verdict {
  if (direction === 'none') return 'differs';
  return isBetter(value, baseline, direction) ? 'better' : 'worse';
}

/** Whether one value is better than another, neither being missing. Any number is better than NaN. */
export function isBetter(value: number, than: number, direction: 'up' | 'down'): boolean {
  if (Number.isNaN(value)) return false;
  if (Number.isNaN(than)) return true;
  return direction === 'up' ? value > than : value < than;
}
