/** Which model and data a metric value speaks about, where the logger said so. */
export interface PointOrigin {
  readonly modelId?: string | undefined;
  readonly datasetName?: string | undefined;
  readonly datasetDigest?: string | undefined;
}

/** One logged value of one metric. */
export interface MetricPoint extends PointOrigin {
  readonly key: string;
  /** Any double: NaN and the infinities are values like others. */
  readonly value: number;
  /** Any 64-bit integer; a bigint where a double could not hold it. */
  readonly step: number | bigint;
  /** UTC milliseconds, as the logger said. */
  readonly atMs: number;
}

/** Steps as doubles where all of them are exact so, else as 64-bit integers. */
export type StepColumn = Float64Array | BigInt64Array;

/** Points of one series as columns of equal length. */
export interface Points {
  readonly steps: StepColumn;
  readonly times: Float64Array;
  readonly values: Float64Array;
}

export function toStepColumn(steps: readonly (number | bigint)[]): StepColumn {
  const numbers = new Float64Array(steps.length);
  for (let index = 0; index < steps.length; index += 1) {
    const step = Number(steps[index]);
    if (!Number.isSafeInteger(step)) return BigInt64Array.from(steps, BigInt);
    numbers[index] = step;
  }
  return numbers;
}

/** The same steps as doubles; what lies beyond 2^53 is rounded. */
export function toNumbers(steps: StepColumn): Float64Array {
  return steps instanceof Float64Array ? steps : Float64Array.from(steps, Number);
}

/** A step as a number where that is exact, else as a bigint. */
export function stepAt(steps: StepColumn, index: number): number | bigint {
  const step = steps[index] ?? 0;
  if (typeof step === 'number') return step;
  const rounded = Number(step);
  return Number.isSafeInteger(rounded) ? rounded : step;
}

/** Several columns of steps as one. */
export function joinSteps(columns: readonly StepColumn[], length: number): StepColumn {
  if (columns.every((column) => column instanceof Float64Array)) return joinNumbers(columns, length);
  const joined = new BigInt64Array(length);
  let at = 0;
  for (const column of columns) {
    for (const step of column) {
      joined[at] = BigInt(step);
      at += 1;
    }
  }
  return joined;
}

export function joinNumbers(columns: readonly Float64Array[], length: number): Float64Array {
  const joined = new Float64Array(length);
  let at = 0;
  for (const column of columns) {
    joined.set(column, at);
    at += column.length;
  }
  return joined;
}

export function joinPoints(parts: readonly Points[]): Points {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const length = parts.reduce((sum, part) => sum + part.values.length, 0);
  return {
    steps: joinSteps(
      parts.map((part) => part.steps),
      length,
    ),
    times: joinNumbers(
      parts.map((part) => part.times),
      length,
    ),
    values: joinNumbers(
      parts.map((part) => part.values),
      length,
    ),
  };
}

export function slicePoints(points: Points, from: number, to: number): Points {
  return {
    steps: points.steps.slice(from, to),
    times: points.times.slice(from, to),
    values: points.values.slice(from, to),
  };
}

/** The same points in the same memory, from one index up to, and without, another. */
export function viewPoints({ steps, times, values }: Points, from: number, to: number): Points {
  return {
    steps: steps.subarray(from, to),
    times: times.subarray(from, to),
    values: values.subarray(from, to),
  };
}

/** The points at these indices, in this order. */
export function pickPoints(points: Points, indices: readonly number[] | Uint32Array): Points {
  const { steps, times, values } = points;
  return {
    steps:
      steps instanceof Float64Array
        ? pickNumbers(steps, indices)
        : BigInt64Array.from(indices, (index) => BigInt(steps[index] ?? 0)),
    times: pickNumbers(times, indices),
    values: pickNumbers(values, indices),
  };
}

export function pickNumbers(column: Float64Array, indices: readonly number[] | Uint32Array): Float64Array {
  const picked = new Float64Array(indices.length);
  for (let at = 0; at < indices.length; at += 1) picked[at] = column[indices[at] ?? 0] ?? 0;
  return picked;
}
