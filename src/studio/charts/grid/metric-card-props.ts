import type { Smoothing } from '#domain/drawing/smoothing.ts';
import type { RefObject } from 'react';
import type { DrawnLine } from '../line/drawn-line.model.ts';
import type { Range } from '../scene/range.ts';
import type { ChartGroup } from '../chart-group.ts';
import type { ChartNote } from '../line/chart-note.ts';
import type { ChartRun } from '../chart-run.ts';
import type { ChartView } from './chart-view.model.ts';
import type { ChangeChartView } from './use-chart-view.ts';

export interface MetricCardProps {
  readonly workspace: string;
  readonly metric: string;
  readonly runs: readonly ChartRun[];
  /** What the runs can be put together to. */
  readonly groups?: readonly ChartGroup[] | undefined;
  /** What was noted on the charts, and what happened to the runs. */
  readonly notes?: readonly ChartNote[] | undefined;
  /** Ids of runs not to draw. */
  readonly hidden: ReadonlySet<string>;
  readonly view: ChartView;
  /** The smoothing that the server is asked for; that of the view may be a slider on its way. */
  readonly asked: Smoothing;
  readonly onChange: ChangeChartView;
}

/** What a chart's actions work on: what it shows just now, and where it is. */
export interface CardActionsProps extends MetricCardProps {
  readonly card: RefObject<HTMLElement | null>;
  readonly lines: readonly DrawnLine[];
}

/** The map without one of its keys. */
export function withoutKey<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  return new Map([...map].filter(([each]) => each !== key));
}

/** The map with one entry, as its last. */
export function withKey<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map([...withoutKey(map, key), [key, value]]);
}

/** The list without the key, or with it where it lacked it. */
export function toggleKey(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
}

/** The part of x that a metric's chart shows; absent: all. */
export function rangeOf({ linked, range, xRanges }: ChartView, metric: string): Range | undefined {
  return linked ? range : xRanges.get(metric);
}

/** Shows all of a metric's chart again; while charts are linked, all of x of every chart. */
export function showAll(view: ChartView, metric: string): Partial<ChartView> {
  const yRanges = withoutKey(view.yRanges, metric);
  return view.linked ? { range: undefined, yRanges } : { xRanges: withoutKey(view.xRanges, metric), yRanges };
}
