import type { ChartRun } from '#studio/charts/chart-run.ts';

/** Two runs where only two fit. */
export interface RunPair {
  readonly before: ChartRun;
  readonly after: ChartRun;
}

/** The baseline (else the first run) and the one asked for (else the next); absent with fewer than two runs. */
export function choosePair(
  runs: readonly ChartRun[],
  baseline: string | undefined,
  other: string | undefined,
): RunPair | undefined {
  const before = runs.find((run) => run.runId === baseline) ?? runs[0];
  const others = runs.filter((run) => run.runId !== before?.runId);
  const after = others.find((run) => run.runId === other) ?? others[0];
  return before === undefined || after === undefined ? undefined : { before, after };
}
