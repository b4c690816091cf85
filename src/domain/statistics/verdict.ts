import type { Direction } from '#domain/metric/direction.ts';
import type { MeanDifference } from './mean-difference.ts';

/** What a difference of means allows to say of the candidate. `alike`: the interval holds zero. */
export type Standing = 'better' | 'worse' | 'higher' | 'lower' | 'alike' | 'unknown';

export interface Verdict {
  readonly standing: Standing;
  /** How large the effect is (Cohen's marks 0.2, 0.5, 0.8); absent without spread. */
  readonly size: 'negligible' | 'small' | 'medium' | 'large' | undefined;
  /** Fewer than three values or pairs: chance alone easily does this. */
  readonly fewValues: boolean;
}

const enough = 3;

/** `unknown` where there is no interval: one value tells nothing of the spread. */
export function verdictOf(found: MeanDifference, direction: Direction): Verdict {
  return { standing: standingOf(found, direction), size: sizeOf(found), fewValues: found.restsOn < enough };
}

function standingOf({ interval, difference }: MeanDifference, direction: Direction): Standing {
  if (interval === undefined || !Number.isFinite(interval.high - interval.low)) return 'unknown';
  const apart = interval.low > 0 || interval.high < 0;
  if (!apart) return 'alike';
  const higher = difference > 0;
  if (direction === 'none') return higher ? 'higher' : 'lower';
  return higher === (direction === 'up') ? 'better' : 'worse';
}

function sizeOf({ effect }: MeanDifference): Verdict['size'] {
  if (effect === undefined) return undefined;
  const size = Math.abs(effect);
  if (size < 0.2) return 'negligible';
  if (size < 0.5) return 'small';
  return size < 0.8 ? 'medium' : 'large';
}
