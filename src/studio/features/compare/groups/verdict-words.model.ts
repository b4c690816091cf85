import type { Direction } from '#domain/metric/direction.ts';
import { formatNumber } from '#studio/ui/number.model.ts';
import type { RunGroup } from './groups.model.ts';

const sizes = {
  negligible: 'but the difference is negligible beside the spread of the runs',
  small: 'a small effect',
  medium: 'a medium effect',
  large: 'a large effect',
} as const;

/** What the figures allow to say of a group against the baseline, in a sentence or two. */
export function describeVerdict({ difference, verdict }: RunGroup, direction: Direction): string {
  if (difference === undefined || verdict === undefined) return '';
  const amount = formatNumber(Math.abs(difference.difference), 3);
  const way = difference.difference > 0 ? 'higher' : 'lower';
  const size = verdict.size === undefined ? '' : `, ${sizes[verdict.size]}`;
  switch (verdict.standing) {
    case 'better':
    case 'worse':
      return `${verdict.standing === 'better' ? 'Better' : 'Worse'}: ${amount} ${way} on average${size}.`;
    case 'higher':
    case 'lower':
      return `${amount} ${way} on average${size}. Whether that is good depends on the metric’s direction.`;
    case 'alike':
      return 'No clear difference: the interval holds zero, so chance alone could have made it.';
    case 'unknown':
      return `${amount} ${way}${direction === 'none' ? '' : isGood(difference.difference, direction) ? ', which would be better' : ', which would be worse'}, but one run tells nothing of the spread.`;
  }
}

function isGood(difference: number, direction: 'up' | 'down'): boolean {
  return difference > 0 === (direction === 'up');
}

/** Why a group's figures rest on little; empty where they do not. */
export function describeWarning({ n, difference, verdict }: RunGroup): string {
  if (verdict?.fewValues === true && difference !== undefined) {
    const what = difference.method === 'paired' ? 'pairs' : 'runs';
    return `Rests on ${difference.restsOn} ${difference.restsOn === 1 ? what.slice(0, -1) : what}: three or more are needed to say anything.`;
  }
  return n < 3 && verdict === undefined
    ? `Only ${n} ${n === 1 ? 'run' : 'runs'}: three or more are needed to say anything.`
    : '';
}

/** How the difference was found, as a sentence; empty where there is too little to find one. */
export function describeMethod({ difference }: RunGroup): string {
  if (difference?.interval === undefined) return '';
  return difference.method === 'paired'
    ? `${difference.restsOn} pairs with the same seed.`
    : 'By Welch’s t-test: seeds do not match.';
}
