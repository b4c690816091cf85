import type { MetricPoint, PointOrigin, StepColumn } from './metric-point.ts';
import { toStepColumn } from './metric-point.ts';
import { openColumns, packColumns, readColumn, readExactColumn } from './packed-columns.ts';
import { packText, unpackText } from './packed-text.ts';

/** The points of one logging call, of any mix of metrics, as columns. */
export interface PointBatch {
  /** The packed keys and origins. */
  readonly header: Uint8Array;
  readonly keys: readonly string[];
  /** For each point an index into `keys`. */
  readonly keyIndex: Float64Array;
  readonly steps: StepColumn;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly origins: readonly PointOrigin[];
  /** For each point an index into `origins`; -1 where none was given. */
  readonly originIndex: Float64Array;
}

/** Layout: `u32` length of a JSON header with the keys and origins, the header, then packed columns. */
export function packPoints(points: readonly MetricPoint[]): Uint8Array<ArrayBuffer> {
  const keys = new Map<string, number>();
  const origins = new Map<string, number>();
  const keyIndex = new Float64Array(points.length);
  const originIndex = new Float64Array(points.length);
  const times = new Float64Array(points.length);
  const values = new Float64Array(points.length);
  const steps: (number | bigint)[] = [];
  for (let index = 0; index < points.length; index += 1) {
    const point = points[index];
    if (point === undefined) continue;
    steps.push(point.step);
    keyIndex[index] = indexOf(keys, point.key);
    originIndex[index] = hasOrigin(point) ? indexOf(origins, originText(point)) : -1;
    times[index] = point.atMs;
    values[index] = point.value;
  }
  const header = packText(JSON.stringify({ keys: [...keys.keys()], origins: [...origins.keys()] }));
  const columns = packColumns([keyIndex, toStepColumn(steps), times, values, originIndex]);
  const start = columnsStart(header.length);
  const bytes = new Uint8Array(start + columns.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  bytes.set(columns, start);
  return bytes;
}

/**
 * @param before the batch unpacked before this one: a client logs the same metrics again and again, so the keys are
 * often the very same bytes and need not be read again
 */
export function unpackBatch(bytes: Uint8Array, before?: PointBatch): PointBatch {
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = bytes.subarray(4, 4 + headerLength);
  const { keys, origins } =
    before !== undefined && isEqual(before.header, header) ? before : readHeader(header);
  const packed = openColumns(bytes.subarray(columnsStart(headerLength)));
  return {
    header,
    keys,
    origins,
    keyIndex: readColumn(packed, 0),
    steps: readExactColumn(packed, 1),
    times: readColumn(packed, 2),
    values: readColumn(packed, 3),
    originIndex: readColumn(packed, 4),
  };
}

function readHeader(header: Uint8Array) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by packPoints above
  const { keys, origins } = JSON.parse(unpackText(header)) as { keys: string[]; origins: string[] };
  return { keys, origins: origins.map((origin) => parseOrigin(origin)) };
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function columnsStart(headerLength: number): number {
  return (4 + headerLength + 7) & ~7;
}

function indexOf(known: Map<string, number>, name: string): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, known.size);
  return known.size - 1;
}

function hasOrigin(point: PointOrigin): boolean {
  return point.modelId !== undefined || point.datasetName !== undefined || point.datasetDigest !== undefined;
}

function originText({ modelId, datasetName, datasetDigest }: PointOrigin): string {
  return JSON.stringify([modelId ?? null, datasetName ?? null, datasetDigest ?? null]);
}

function parseOrigin(text: string): PointOrigin {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by originText above
  const [modelId, datasetName, datasetDigest] = JSON.parse(text) as (string | null)[];
  return {
    modelId: modelId ?? undefined,
    datasetName: datasetName ?? undefined,
    datasetDigest: datasetDigest ?? undefined,
  };
}
