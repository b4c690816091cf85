import { type MarkedRun, type RunMark, toRunMark } from '#domain/colour/run-marks.ts';

/** A run as charts know it. */
export interface ChartRun {
  readonly runId: string;
  readonly name: string;
  readonly mark: RunMark;
  readonly baseline: boolean;
  /** Notes may speak of all runs of an experiment. */
  readonly experimentId?: string;
}

/** Runs with their colours, which they carry themselves: what else is shown changes none. */
export function toChartRuns(
  runs: readonly (MarkedRun & {
    readonly runId: string;
    readonly name: string;
    readonly experimentId?: string;
  })[],
  baselineId?: string,
): readonly ChartRun[] {
  return runs.map((run) => ({
    runId: run.runId,
    name: run.name,
    mark: toRunMark(run),
    baseline: run.runId === baselineId,
    ...(run.experimentId === undefined ? {} : { experimentId: run.experimentId }),
  }));
}
