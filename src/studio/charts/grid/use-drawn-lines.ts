import type { Problem } from '#contract/problem.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type ChartLine,
  type DrawnLine,
  type DrawnShare,
  type LineLook,
  resolveChoice,
  shareOf,
  toDrawnLine,
} from '../line/drawn-line.model.ts';
import { type MetricLines, useMetricLines } from '../line/use-metric-lines.ts';
import type { Range } from '../scene/range.ts';
import type { Size } from '../scene/use-size.ts';
import type { MetricCardProps } from './metric-card-props.ts';

interface DrawnLines {
  readonly answer: UseQueryResult<MetricLines, Problem>;
  readonly lines: readonly DrawnLine[];
  readonly look: LineLook;
  readonly share: DrawnShare;
}

/** The lines of a metric's chart, asked for at the size it has; nothing is asked without one. */
export function useDrawnLines(
  {
    workspace,
    metric,
    runs,
    hidden,
    view,
    asked,
    inSight = true,
  }: MetricCardProps & { readonly inSight?: boolean },
  range: Range | undefined,
  size: Size | undefined,
): DrawnLines {
  const { x, choice, smoothing, ghost } = view;
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const answer = useMetricLines({
    workspace,
    runIds,
    metric,
    x,
    smoothing: asked,
    range,
    pixels: (size?.width ?? 0) * window.devicePixelRatio,
    enabled: size !== undefined,
    inSight,
  });
  const shown = useMemo(() => {
    const byRun = new Map(answer.data?.lines.map((line) => [line.runId, line]));
    return runs.flatMap((run) => {
      const line = byRun.get(run.runId);
      return line === undefined || line.points === 0 || hidden.has(run.runId) ? [] : [{ ...run, line }];
    });
  }, [answer.data, runs, hidden]);
  const look = useMemo<LineLook>(
    () => ({ choice: resolveChoice(choice, shown.length), smoothing, ghost }),
    [choice, shown.length, smoothing, ghost],
  );
  // What the server smoothed otherwise than is asked for now is no good: our own copy stands in until it answers.
  const had = answer.data?.smoothing;
  const fits = had?.kind === smoothing.kind && had.amount === smoothing.amount;
  const lines = useMemo(() => shown.map((line) => drawnOnce(line, look, fits)), [shown, look, fits]);
  const share = useMemo(() => shareOf(lines, range), [lines, range]);
  return { answer, lines, look, share };
}

interface Known {
  readonly of: readonly unknown[];
  readonly drawn: DrawnLine;
}

const known = new WeakMap<object, Known>();

/** A line as it was drawn before, where nothing about it has changed: while runs go on, most have not. */
function drawnOnce(chartLine: ChartLine, look: LineLook, fits: boolean): DrawnLine {
  const { line, runId, name, mark, baseline } = chartLine;
  const of = [look, fits, runId, name, mark, baseline];
  const before = known.get(line);
  if (before?.of.every((each, index) => each === of[index]) === true) return before.drawn;
  const drawn = toDrawnLine(chartLine, look, fits);
  known.set(line, { of, drawn });
  return drawn;
}
