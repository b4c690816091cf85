import type { MetricPoint, PointOrigin } from './metric-point.ts';
import { openColumns, packColumns, readColumn, readExactColumn } from './packed-columns.ts';
import { packText, unpackText } from './packed-text.ts';
import { type PointColumns, toPointColumns } from './point-columns.ts';

/** The points of one logging call as they lie in the journal. */
export interface PointBatch extends Omit<PointColumns, 'keys'> {
  /** The names of the keys; absent where `keyIndex` holds the ids that the database has for them. */
  readonly keys: readonly string[] | undefined;
}

/** Points with the names of their keys. */
export function packPoints(points: readonly MetricPoint[]): Uint8Array<ArrayBuffer> {
  return packBatch(toPointColumns(points));
}

/**
 * Layout: `u32` length of a JSON header with the names of the keys and the origins, the header, then packed columns.
 * Without either of them, as nearly always, there is no header and its length is 0.
 * @param keyIds the ids of the keys, in their order: then their names need not be written
 */
export function packBatch(points: PointColumns, keyIds?: readonly number[]): Uint8Array<ArrayBuffer> {
  const { keys, steps, times, values, origins, originIndex } = points;
  const header = packHeader(keyIds === undefined ? keys : undefined, origins);
  const keyColumn = keyIds === undefined ? points.keyIndex : toIds(points.keyIndex, keyIds);
  const columns = packColumns([
    keyColumn,
    steps,
    times,
    values,
    ...(originIndex === undefined ? [] : [originIndex]),
  ]);
  const start = columnsStart(header.length);
  const bytes = new Uint8Array(start + columns.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  bytes.set(columns, start);
  return bytes;
}

export function unpackBatch(bytes: Uint8Array): PointBatch {
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { keys, origins } = readHeader(bytes.subarray(4, 4 + headerLength));
  const packed = openColumns(bytes.subarray(columnsStart(headerLength)));
  return {
    keys,
    origins,
    keyIndex: readColumn(packed, 0),
    steps: readExactColumn(packed, 1),
    times: readColumn(packed, 2),
    values: readColumn(packed, 3),
    originIndex: origins.length === 0 ? undefined : readColumn(packed, 4),
  };
}

/** The same points by the ids of their keys. */
export function withKeyIds(batch: PointBatch, idOf: (key: string) => number): PointBatch {
  if (batch.keys === undefined) return batch;
  return { ...batch, keys: undefined, keyIndex: toIds(batch.keyIndex, batch.keys.map(idOf)) };
}

function toIds(keyIndex: Float64Array, ids: readonly number[]): Float64Array {
  const column = new Float64Array(keyIndex.length);
  for (let index = 0; index < column.length; index += 1) {
    const id = ids[keyIndex[index] ?? 0];
    if (id === undefined) throw new Error('A batch of points names a key that it does not have.');
    column[index] = id;
  }
  return column;
}

interface Header {
  readonly keys: readonly string[] | undefined;
  readonly origins: readonly PointOrigin[];
}

function packHeader(keys: readonly string[] | undefined, origins: readonly PointOrigin[]): Uint8Array {
  if (keys === undefined && origins.length === 0) return new Uint8Array();
  return packText(JSON.stringify({ keys, origins: origins.map((origin) => originText(origin)) }));
}

function readHeader(header: Uint8Array): Header {
  if (header.length === 0) return { keys: undefined, origins: [] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by packHeader above
  const { keys, origins } = JSON.parse(unpackText(header)) as { keys?: string[]; origins: string[] };
  return { keys, origins: origins.map((origin) => parseOrigin(origin)) };
}

function columnsStart(headerLength: number): number {
  return (4 + headerLength + 7) & ~7;
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
