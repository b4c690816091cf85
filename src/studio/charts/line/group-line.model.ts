import type { BucketedLine } from '#domain/drawing/bucketed-line.ts';
import { type GroupColumn, groupColumns, type GroupLine } from '#domain/series/group-lines.ts';
import type { AnsweredGroup } from '#domain/series/group-wire.ts';
import type { ChartGroup } from '../chart-group.ts';
import type { DrawnLine } from './drawn-line.model.ts';

/** What the area around a group's line spans; `off`: groups are not drawn, but their runs. */
export const bands = ['off', 'range', 'deviation', 'error', 'interval'] as const;
export type BandKind = (typeof bands)[number];

export const bandNames: Readonly<Record<BandKind, string>> = {
  off: 'Single runs',
  range: 'Min to max',
  deviation: 'Standard deviation',
  error: 'Standard error',
  interval: '95 % interval',
};

export const centres = ['mean', 'median'] as const;
export type Centre = (typeof centres)[number];

/** A group as a line: its mean or median over all members, in the band asked for. */
export function toGroupLine(
  group: ChartGroup,
  { line: answered, oddPoints }: AnsweredGroup,
  look: { readonly band: BandKind; readonly centre: Centre },
): DrawnLine {
  const line = brokenWhereMembersEnd(answered);
  const xs = line.x;
  const ys = line[look.centre];
  const points = { xs, ys };
  const { id, name, mark, baseline } = group;
  const edges = edgesOf(line, ys, look.band);
  return {
    id,
    runId: id,
    name: `${name} (n=${group.runIds.length})`,
    mark,
    baseline,
    source: toSource(id, xs, ys, oddPoints),
    ...points,
    points,
    raw: 'line',
    smoothed: false,
    ...(edges === undefined ? {} : { band: { xs, ...edges } }),
  };
}

/** Where a member ends, what is left is another group: a jump of the mean would look as if something had happened. */
function brokenWhereMembersEnd(line: GroupLine): GroupLine {
  const ends = new Set(
    [...line.n.keys()].filter((at) => at > 0 && (line.n[at] ?? 0) < (line.n[at - 1] ?? 0)),
  );
  if (ends.size === 0) return line;
  const broken = (name: GroupColumn): Float64Array => {
    const parts: number[] = [];
    for (const [at, value] of line[name].entries()) {
      if (ends.has(at)) parts.push(name === 'x' ? value : NaN);
      parts.push(value);
    }
    return Float64Array.from(parts);
  };
  const columns = groupColumns.map((name) => [name, broken(name)] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are all of groupColumns
  return Object.fromEntries(columns) as GroupLine;
}

function edgesOf(
  line: AnsweredGroup['line'],
  centre: Float64Array,
  band: BandKind,
): { readonly low: Float64Array; readonly high: Float64Array } | undefined {
  const around = (by: Float64Array) => ({
    low: centre.map((value, index) => value - (by[index] ?? NaN)),
    high: centre.map((value, index) => value + (by[index] ?? NaN)),
  });
  switch (band) {
    case 'off':
      return undefined;
    case 'range':
      return { low: line.min, high: line.max };
    case 'deviation':
      return around(line.deviation);
    case 'error':
      return around(line.standardError);
    case 'interval':
      return { low: line.low, high: line.high };
  }
}

function toSource(runId: string, xs: Float64Array, ys: Float64Array, nanPoints: number): BucketedLine {
  const places = { firstX: xs, leastX: xs, greatestX: xs, lastX: xs };
  const facts = { first: ys, least: ys, greatest: ys, last: ys, mean: ys };
  return {
    runId,
    points: xs.length,
    bucketWidth: 0,
    ...places,
    ...facts,
    nanPoints,
    infinitePoints: 0,
    odd: [],
  };
}
