import { assignRunMarks, type RunMark } from '#domain/colour/run-marks.ts';

/** A run as charts know it. */
export interface ChartRun {
  readonly runId: string;
  readonly name: string;
  readonly mark: RunMark;
  readonly baseline: boolean;
}

/**
 * The runs of a page with their colours. Hand in all of them, also those hidden just now: a run's colour must not
 * depend on what else is shown.
 */
export function toChartRuns(
  runs: readonly { readonly runId: string; readonly name: string }[],
  baselineId?: string,
): readonly ChartRun[] {
  const marks = assignRunMarks(runs.map((run) => run.runId));
  return runs.map(({ runId, name }) => ({
    runId,
    name,
    mark: marks.get(runId) ?? { colour: 0, dash: 0 },
    baseline: runId === baselineId,
  }));
}
