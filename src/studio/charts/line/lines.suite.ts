import type { BucketedLine } from '#domain/drawing/bucketed-line.ts';
import { type DrawnLine, toDrawnLine } from './drawn-line.model.ts';

/** For tests: a line of which every point is its own bucket, at x = 0, `every`, 2 × `every` … */
function rawLine(runId: string, values: readonly number[], every: number): BucketedLine {
  const xs = Float64Array.from(values, (_value, index) => index * every);
  const ys = Float64Array.from(values, (value) => (Number.isFinite(value) ? value : NaN));
  return {
    runId,
    points: values.length,
    bucketWidth: 0,
    firstX: xs,
    first: ys,
    leastX: xs,
    least: ys,
    greatestX: xs,
    greatest: ys,
    lastX: xs,
    last: ys,
    mean: ys,
    nanPoints: values.filter(Number.isNaN).length,
    infinitePoints: 0,
    odd: [],
  };
}

interface DrawnHow {
  readonly smoothing?: number;
  readonly every?: number;
  readonly name?: string;
  readonly baseline?: boolean;
}

export function drawn(runId: string, values: readonly number[], how: DrawnHow = {}): DrawnLine {
  const { smoothing = 0, every = 1, name = runId, baseline = false } = how;
  const line = rawLine(runId, values, every);
  const look = { choice: 'whole', smoothing: { kind: 'ema', amount: smoothing }, ghost: true } as const;
  return toDrawnLine({ runId, name, mark: { colour: 0, dash: 0 }, baseline, line }, look);
}
