import { meanInterval } from '#domain/statistics/mean-interval.ts';
import { deviationOf, momentsOf, standardErrorOf } from '#domain/statistics/moments.ts';
import { type GroupMember, type GroupRule, placeMember } from './place-member.ts';

/** What a group is told by at each place. */
export const groupColumns = [
  'x',
  /** How many members count there. */
  'n',
  'mean',
  'median',
  /** The least and greatest of all points, not of the members' means. */
  'min',
  'max',
  /** Of the sample; NaN where fewer than two members count, as is all that follows. */
  'deviation',
  'standardError',
  /** The 95 % interval of the mean (Student, two-sided). */
  'low',
  'high',
] as const;

export type GroupColumn = (typeof groupColumns)[number];
export type GroupLine = Readonly<Record<GroupColumn, Float64Array>>;

/** A group's members as one line, over every place where one of them has a point. */
export function aggregateGroup(members: readonly GroupMember[], rule: GroupRule): GroupLine {
  const places = unionOf(members.map((member) => member.xs));
  const placed = members.map((member) => placeMember(member, places, rule));
  const columns = groupColumns.map((name) => [name, new Float64Array(places.length)] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are all of groupColumns
  const line = Object.fromEntries(columns) as GroupLine;
  for (let at = 0; at < places.length; at += 1) {
    line.x[at] = places[at] ?? 0;
    describe(line, at, placed);
  }
  return line;
}

function describe(line: GroupLine, at: number, members: readonly Omit<GroupMember, 'xs'>[]): void {
  const there = members.filter((member) => Number.isFinite(member.mean[at]));
  const means = Float64Array.from(there, (member) => member.mean[at] ?? 0).sort();
  const moments = momentsOf(means);
  const interval = meanInterval(moments);
  line.n[at] = moments.n;
  line.mean[at] = moments.mean;
  line.median[at] = medianOf(means);
  line.min[at] = there.reduce((least, member) => Math.min(least, member.min[at] ?? 0), Infinity);
  line.max[at] = there.reduce((greatest, member) => Math.max(greatest, member.max[at] ?? 0), -Infinity);
  line.deviation[at] = deviationOf(moments);
  line.standardError[at] = standardErrorOf(moments);
  line.low[at] = interval?.low ?? Number.NaN;
  line.high[at] = interval?.high ?? Number.NaN;
}

function medianOf(rising: Float64Array): number {
  const middle = rising.length >> 1;
  const upper = rising[middle] ?? Number.NaN;
  if (rising.length % 2 === 1) return upper;
  const lower = rising[middle - 1] ?? Number.NaN;
  // Halves first: the sum may be beyond what a double holds.
  return lower / 2 + upper / 2;
}

function unionOf(columns: readonly Float64Array[]): Float64Array {
  const all = new Set<number>();
  for (const column of columns) for (const x of column) all.add(x);
  return Float64Array.from(all).sort();
}
