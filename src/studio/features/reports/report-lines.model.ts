import type { BucketedLine } from '#domain/drawing/bucketed-line.ts';
import type { ChartRun } from '#studio/charts/chart-run.ts';
import { type DrawnLine, resolveChoice, toDrawnLine } from '#studio/charts/line/drawn-line.model.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import type { ChartBlock } from './report-block.model.ts';

/** The lines as they are drawn. Kept lines whose run is gone for good are still drawn, by the run's id. */
export function toReportLines(
  lines: readonly BucketedLine[],
  runs: readonly ChartRun[],
  { smoothing }: ChartBlock,
): readonly DrawnLine[] {
  const known = new Map(runs.map((run) => [run.runId, run]));
  const shown = lines.filter((line) => line.points > 0);
  const look = {
    choice: resolveChoice('auto', shown.length),
    smoothing: { kind: 'ema', amount: smoothing },
    ghost: true,
  } as const;
  return shown.map((line, index) => {
    const gone = { runId: line.runId, name: line.runId, mark: { colour: index, dash: 0 }, baseline: false };
    return toDrawnLine({ ...(known.get(line.runId) ?? gone), line }, look);
  });
}

/** How many of the runs asked for have logged it, how much of the points is drawn, and whether they are those of now. */
export function describeLines(lines: readonly DrawnLine[], asked: number, { frozen }: ChartBlock): string {
  const points = lines.reduce((sum, line) => sum + line.source.points, 0);
  const count =
    lines.length < asked
      ? `${formatInteger(lines.length)} of ${formatInteger(asked)}`
      : formatInteger(lines.length);
  const runs = `${count} ${asked === 1 ? 'run' : 'runs'}`;
  const since = frozen === undefined ? 'live' : 'frozen';
  return `${runs}, ${formatInteger(points)} points, every spike kept, ${since}`;
}
