import { type MetricPoint, type PointOrigin, type StepColumn, toStepColumn } from './metric-point.ts';

/** The points of one logging call, of any mix of metrics, as columns. */
export interface PointColumns {
  /** The keys, each once. */
  readonly keys: readonly string[];
  /** For each point an index into `keys`. */
  readonly keyIndex: Float64Array;
  readonly steps: StepColumn;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly origins: readonly PointOrigin[];
  /** For each point an index into `origins`, -1 where none was given; absent where no point has one. */
  readonly originIndex: Float64Array | undefined;
}

export function toPointColumns(points: readonly MetricPoint[]): PointColumns {
  const { length } = points;
  const keys = new Map<string, number>();
  const origins = new Map<string, number>();
  const originList: PointOrigin[] = [];
  const keyIndex = new Float64Array(length);
  const originIndex = new Float64Array(length).fill(-1);
  const times = new Float64Array(length);
  const values = new Float64Array(length);
  for (const [index, point] of points.entries()) {
    keyIndex[index] = indexOf(keys, point.key);
    times[index] = point.atMs;
    values[index] = point.value;
    if (!hasOrigin(point)) continue;
    const { modelId, datasetName, datasetDigest } = point;
    const place = indexOf(
      origins,
      JSON.stringify([modelId ?? null, datasetName ?? null, datasetDigest ?? null]),
    );
    originList[place] = { modelId, datasetName, datasetDigest };
    originIndex[index] = place;
  }
  return {
    keys: [...keys.keys()],
    keyIndex,
    steps: toStepColumn(points.map((point) => point.step)),
    times,
    values,
    origins: originList,
    originIndex: originList.length === 0 ? undefined : originIndex,
  };
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
