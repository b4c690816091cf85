import type { Problem } from '#contract/problem.ts';
import type { GroupsAnswer } from '#domain/series/group-wire.ts';
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
import { toGroupLine } from '../line/group-line.model.ts';
import { useGroupLines } from '../line/use-group-lines.ts';
import { useMetricLines } from '../line/use-metric-lines.ts';
import type { ChartGroup } from '../chart-group.ts';
import type { Range } from '../scene/range.ts';
import type { Size } from '../scene/use-size.ts';
import type { MetricCardProps } from './metric-card-props.ts';

interface DrawnLines {
  readonly answer: UseQueryResult<unknown, Problem>;
  readonly lines: readonly DrawnLine[];
  readonly look: LineLook;
  readonly share: DrawnShare;
  /** Whether the lines are those of groups. */
  readonly grouped: boolean;
}

const noGroups: readonly ChartGroup[] = [];

/** The lines of a metric's chart, asked for at the size it has; nothing is asked without one. */
export function useDrawnLines(
  {
    workspace,
    metric,
    runs,
    groups,
    hidden,
    view,
    asked,
    inSight = true,
  }: MetricCardProps & { readonly inSight?: boolean },
  range: Range | undefined,
  size: Size | undefined,
): DrawnLines {
  const { x, choice, smoothing, ghost, band, centre } = view;
  const grouped = groups !== undefined && band !== 'off';
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const answer = useMetricLines({
    workspace,
    runIds,
    metric,
    x,
    smoothing: asked,
    range,
    pixels: (size?.width ?? 0) * window.devicePixelRatio,
    enabled: size !== undefined && !grouped,
    inSight,
  });
  const ofGroups = useGroupLines({
    workspace,
    groups: groups ?? noGroups,
    metric,
    x,
    range,
    pixels: size?.width ?? 0,
    enabled: size !== undefined && grouped,
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
  const single = useMemo(() => shown.map((line) => drawnOnce(line, look, fits)), [shown, look, fits]);
  const together = useMemo(
    () => drawGroups(groups ?? noGroups, ofGroups.data, { band, centre }),
    [groups, ofGroups.data, band, centre],
  );
  const lines = grouped ? together : single;
  const share = useMemo(() => shareOf(lines, range), [lines, range]);
  return { answer: grouped ? ofGroups : answer, lines, look, share, grouped };
}

function drawGroups(
  groups: readonly ChartGroup[],
  answer: GroupsAnswer | undefined,
  look: Parameters<typeof toGroupLine>[2],
): readonly DrawnLine[] {
  return groups.flatMap((group, index) => {
    const answered = answer?.groups[index];
    return answered === undefined || answered.line.x.length === 0 ? [] : [toGroupLine(group, answered, look)];
  });
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
