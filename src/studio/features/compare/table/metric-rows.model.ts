import type { ComparedRun, MetricSummary } from '#contract/runs.ts';
import { entropyOf } from '#domain/diff/distinguish.ts';
import { deltaOf, isBetter } from '#domain/metric/delta.ts';
import type { Direction } from '#domain/metric/direction.ts';
import type { MetricChoice } from '../compare-view.model.ts';
import type { CompareCell, CompareRow } from './compare-row.model.ts';
import { unionOf } from './union.model.ts';

/** Values at the step asked for, by run and metric. */
export type StepValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface MetricOptions {
  readonly baseline: string | undefined;
  readonly value: MetricChoice;
  readonly directionOf: (key: string) => Direction;
  readonly atStep?: StepValues | undefined;
}

/** The metrics that any of the runs has. */
export function metricKeys(runs: readonly ComparedRun[]): readonly string[] {
  return unionOf(runs.map((run) => run.metrics.map((metric) => metric.key)));
}

/** One row a metric, with the value chosen of each run. */
export function metricRows(runs: readonly ComparedRun[], options: MetricOptions): readonly CompareRow[] {
  const values = new Map(runs.map((run) => [run.runId, valuesOf(run, options)]));
  return metricKeys(runs).map((key) => {
    const found = runs.map((run) => values.get(run.runId)?.get(key));
    const direction = options.directionOf(key);
    const base = values.get(options.baseline ?? '')?.get(key);
    const best = bestOf(found, direction);
    const cells = found.map((value, index): CompareCell => {
      const isBaseline = runs[index]?.runId === options.baseline;
      return toCell(value, isBaseline ? undefined : base, {
        direction,
        best,
        hasBaseline: values.has(options.baseline ?? '') && !isBaseline,
      });
    });
    const known = found.filter((value) => value !== undefined);
    return {
      key,
      cells,
      direction,
      numeric: true,
      differs: known.some((value) => !Object.is(value, known[0])),
      lacking: known.length > 0 && known.length < found.length,
      bits: entropyOf(found.map((value) => (value === undefined ? undefined : String(value)))),
    };
  });
}

function toCell(
  value: number | undefined,
  base: number | undefined,
  { direction, best, hasBaseline }: { direction: Direction; best: number | undefined; hasBaseline: boolean },
): CompareCell {
  const deviates = hasBaseline && !Object.is(value, base);
  if (value === undefined) return { deviates };
  const delta = deltaOf(value, base, direction);
  return {
    text: String(value),
    value,
    deviates,
    ...(delta === undefined ? {} : { delta }),
    ...(value === best ? { best: true } : {}),
  };
}

/** The best of some values; absent where none is better than another. */
function bestOf(values: readonly (number | undefined)[], direction: Direction): number | undefined {
  if (direction === 'none') return undefined;
  const known = values.filter((value) => value !== undefined);
  if (known.every((value) => Object.is(value, known[0]))) return undefined;
  let best = NaN;
  for (const value of known) if (isBetter(value, best, direction)) best = value;
  return best;
}

function valuesOf(run: ComparedRun, options: MetricOptions): ReadonlyMap<string, number> {
  const { value: choice } = options;
  if (typeof choice === 'object') return options.atStep?.get(run.runId) ?? new Map();
  return new Map(
    run.metrics.map((metric) => [metric.key, summaryValue(metric, choice, options.directionOf(metric.key))]),
  );
}

/**
 * The value of a metric that a choice means. The extremes are those of its finite values; where it has none, the last
 * value stands for them. Without a direction the last value is the best that can be said.
 */
export function summaryValue(
  { last, min, max }: MetricSummary,
  choice: Exclude<MetricChoice, object>,
  direction: Direction,
): number {
  if (choice === 'min') return min ?? last;
  if (choice === 'max') return max ?? last;
  if (choice === 'last' || direction === 'none') return last;
  return (direction === 'up' ? max : min) ?? last;
}
