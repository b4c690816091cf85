import { type Delta, deltaOf } from '#domain/metric/delta.ts';
import type { Direction } from '#domain/metric/direction.ts';
import { type Column, columnId } from './column.model.ts';
import { metricValue, type TableRow } from './fetch-rows.ts';

/** What a metric's cell tells beside its value. */
export interface CellMarks {
  /** Whether there is a baseline at all: then numbers leave room for what is told beside them. */
  readonly measured: boolean;
  /** How far from the baseline of the run's experiment. */
  readonly deltaOf: (run: TableRow, column: Column) => Delta | undefined;
  /** Whether no run of the search has a better value. */
  readonly isBest: (run: TableRow, column: Column) => boolean;
}

export function toCellMarks(
  /** By experiment. */
  baselines: ReadonlyMap<string, TableRow>,
  /** By column id. */
  best: ReadonlyMap<string, number>,
  directionOf: (metric: string) => Direction,
): CellMarks {
  return {
    measured: baselines.size > 0,
    deltaOf(run, column) {
      const baseline = baselines.get(run.experimentId);
      if (column.kind !== 'metrics' || baseline === undefined || baseline.runId === run.runId)
        return undefined;
      const direction = column.summary === 'count' ? 'none' : directionOf(column.key);
      return deltaOf(metricValue(run, column), metricValue(baseline, column), direction);
    },
    isBest(run, column) {
      const value = best.get(columnId(column));
      return value !== undefined && metricValue(run, column) === value;
    },
  };
}
