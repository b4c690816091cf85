import type { AnsweredLine } from './series-wire.ts';
import { maxOddPoints } from './series-wire.ts';

const columns = [
  'firstX',
  'first',
  'leastX',
  'least',
  'greatestX',
  'greatest',
  'lastX',
  'last',
  'mean',
] as const;

/** A line with its new end in the place of its old one; the answer itself where that is a whole line. */
export function joinTail(before: AnsweredLine, answered: AnsweredLine): AnsweredLine {
  const { replacesFrom, ...whole } = answered;
  if (replacesFrom === undefined) return answered;
  const after = before.firstX.findIndex((x) => x >= replacesFrom);
  const kept = after < 0 ? before.firstX.length : after;
  const joined = columns.map((name) => [name, join(before[name].subarray(0, kept), answered[name])] as const);
  const odd = [...before.odd.filter(({ x }) => x < replacesFrom), ...answered.odd];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are all of `columns`
  const facts = Object.fromEntries(joined) as Record<(typeof columns)[number], Float64Array>;
  return { ...whole, ...facts, odd: odd.slice(0, maxOddPoints) };
}

function join(a: Float64Array, b: Float64Array): Float64Array {
  const joined = new Float64Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
