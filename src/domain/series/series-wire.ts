import type { BucketedLine, OddPoint } from '#domain/drawing/bucketed-line.ts';
import { type Buckets, populationAt } from './buckets.ts';
import { openColumns, packColumns, readColumn } from './packed-columns.ts';
import { packText, unpackText } from './packed-text.ts';
import type { SeriesLine, XyPoints } from './series-line.ts';

/**
 * Lines for charts as bytes, `application/vnd.atelier.series`: `u32` length of the header, the header (JSON text as
 * packed-text.ts writes it), then from a multiple of 8 bytes on the packed columns of line after line.
 */
export interface SeriesAnswer {
  readonly lines: readonly AnsweredLine[];
  /** Runs asked for that the workspace does not have. */
  readonly missing: readonly string[];
  /** Runs that never logged the metric. */
  readonly withoutMetric: readonly string[];
  /** Runs whose line is as the client has it. */
  readonly unchanged: readonly string[];
}

/** A line with its cursor, to be sent when asking for what is new. */
export interface AnsweredLine extends BucketedLine {
  readonly cursor: string;
  /** Where the line is only the end of what the client has: the x from which on it takes its place (`joinTail`). */
  readonly replacesFrom?: number;
}

/** Points of all kinds, and those that are not finite. */
export interface LineTotals {
  readonly points: number;
  readonly nan: number;
  readonly infinite: number;
}

export interface RunLine {
  readonly runId: string;
  readonly line: SeriesLine;
  /** A value for each point or bucket of the line. */
  readonly smoothed?: Float64Array | undefined;
  readonly cursor: string;
  readonly replacesFrom?: number | undefined;
  /** Of the whole line where `line` is only its end. */
  readonly totals?: LineTotals | undefined;
}

/** How many points that are not finite are told one by one for each line; all are counted. */
export const maxOddPoints = 500;

interface LineHeader {
  readonly runId: string;
  readonly points: number;
  readonly bucketWidth: number;
  readonly nanPoints: number;
  readonly infinitePoints: number;
  readonly oddX: readonly number[];
  readonly oddKind: readonly OddPoint['kind'][];
  readonly cursor: string;
  readonly replacesFrom?: number;
  /** Bytes of the columns. */
  readonly length: number;
}

interface Header extends Omit<SeriesAnswer, 'lines'> {
  readonly lines: readonly LineHeader[];
}

export function encodeSeries(
  lines: readonly RunLine[],
  others: Omit<SeriesAnswer, 'lines'>,
): Uint8Array<ArrayBuffer> {
  const bodies = lines.map(({ line, smoothed }) =>
    packColumns(smoothed === undefined ? toColumns(line) : [...toColumns(line), smoothed]),
  );
  const header: Header = {
    ...others,
    lines: lines.map((line, index) => ({ ...describe(line), length: bodies[index]?.length ?? 0 })),
  };
  const text = packText(JSON.stringify(header));
  let at = bodiesStart(text.length);
  const bytes = new Uint8Array(bodies.reduce((sum, body) => sum + body.length, at));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  for (const body of bodies) {
    bytes.set(body, at);
    at += body.length;
  }
  return bytes;
}

export function decodeSeries(bytes: Uint8Array): SeriesAnswer {
  const textLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by encodeSeries above
  const header = JSON.parse(unpackText(bytes.subarray(4, 4 + textLength))) as Header;
  let at = bodiesStart(textLength);
  const { lines: heads, ...others } = header;
  const lines = heads.map((line) => {
    const body = bytes.subarray(at, at + line.length);
    at += line.length;
    return toLine(line, body);
  });
  return { lines, ...others };
}

function bodiesStart(textLength: number): number {
  return (4 + textLength + 7) & ~7;
}

function toColumns(line: SeriesLine): Float64Array[] {
  if (line.kind === 'points') return [line.points.xs, line.points.values];
  const { start, count, sum, firstX, first, minX, min, maxX, max, lastX, last } = line.buckets;
  const empty = (index: number) => count[index] === 0;
  const place = (xs: Float64Array) => xs.map((x, index) => (empty(index) ? (start[index] ?? 0) : x));
  const value = (values: Float64Array) => values.map((each, index) => (empty(index) ? Number.NaN : each));
  return [
    place(firstX),
    value(first),
    place(minX),
    value(min),
    place(maxX),
    value(max),
    place(lastX),
    value(last),
    // Where there is no finite point this is 0 / 0: NaN, as it should be.
    sum.map((total, index) => total / (count[index] ?? 0)),
  ];
}

function toLine({ oddX, oddKind, length: _length, ...header }: LineHeader, body: Uint8Array): AnsweredLine {
  const packed = openColumns(body);
  const odd = oddX.map((x, index) => ({ x, kind: oddKind[index] ?? 'nan' }));
  const column = (index: number) => readColumn(packed, index);
  const smoothedAt = header.bucketWidth === 0 ? 2 : 9;
  const smoothed = packed.starts.length > smoothedAt ? { smoothed: column(smoothedAt) } : {};
  if (header.bucketWidth === 0) {
    const xs = column(0);
    const values = column(1).map((value) => (Number.isFinite(value) ? value : Number.NaN));
    const places = { firstX: xs, leastX: xs, greatestX: xs, lastX: xs };
    const facts = { first: values, least: values, greatest: values, last: values, mean: values };
    return { ...header, odd, ...places, ...facts, ...smoothed };
  }
  return {
    ...header,
    odd,
    firstX: column(0),
    first: column(1),
    leastX: column(2),
    least: column(3),
    greatestX: column(4),
    greatest: column(5),
    lastX: column(6),
    last: column(7),
    mean: column(8),
    ...smoothed,
  };
}

function describe({ runId, line, cursor, replacesFrom, totals }: RunLine): Omit<LineHeader, 'length'> {
  const odd = line.kind === 'points' ? oddOfPoints(line.points) : oddOfBuckets(line.buckets);
  const told = odd.points.slice(0, maxOddPoints);
  const points = line.kind === 'points' ? line.points.xs.length : sumOf(line.buckets);
  return {
    runId,
    points: totals?.points ?? points,
    bucketWidth: line.kind === 'points' ? 0 : line.width,
    nanPoints: totals?.nan ?? odd.nan,
    infinitePoints: totals?.infinite ?? odd.infinite,
    oddX: told.map((point) => point.x),
    oddKind: told.map((point) => point.kind),
    cursor,
    ...(replacesFrom === undefined ? {} : { replacesFrom }),
  };
}

interface Odd {
  readonly points: OddPoint[];
  nan: number;
  infinite: number;
}

function oddOfPoints({ xs, values }: XyPoints): Odd {
  const odd: Odd = { points: [], nan: 0, infinite: 0 };
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (Number.isFinite(value)) continue;
    const kind = Number.isNaN(value) ? 'nan' : value > 0 ? 'above' : 'below';
    odd.points.push({ x: xs[index] ?? 0, kind });
    odd[kind === 'nan' ? 'nan' : 'infinite'] += 1;
  }
  return odd;
}

/** A bucket tells its points that are not finite at its border, once for each kind. */
function oddOfBuckets({ start, nan, positiveInfinity, negativeInfinity }: Buckets): Odd {
  const odd: Odd = { points: [], nan: 0, infinite: 0 };
  for (let index = 0; index < start.length; index += 1) {
    const x = start[index] ?? 0;
    const [nans, above, below] = [
      nan[index] ?? 0,
      positiveInfinity[index] ?? 0,
      negativeInfinity[index] ?? 0,
    ];
    if (nans > 0) odd.points.push({ x, kind: 'nan' });
    if (above > 0) odd.points.push({ x, kind: 'above' });
    if (below > 0) odd.points.push({ x, kind: 'below' });
    odd.nan += nans;
    odd.infinite += above + below;
  }
  return odd;
}

function sumOf(buckets: Buckets): number {
  let points = 0;
  for (let index = 0; index < buckets.start.length; index += 1) points += populationAt(buckets, index);
  return points;
}
