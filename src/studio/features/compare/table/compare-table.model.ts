import type { ComparedRun } from '#contract/runs.ts';
import { flattenConfig } from '#domain/diff/flatten-config.ts';
import type { RowOrder } from '../compare-view.model.ts';
import type { CompareRow, CompareSection, CompareTable } from './compare-row.model.ts';
import { type MetricOptions, metricRows } from './metric-rows.model.ts';
import { orderRows } from './order-rows.model.ts';
import { textRows } from './text-rows.model.ts';

/** Which rows are shown, and in which order. */
export interface RowOptions {
  /** Rows in which all runs agree, too. */
  readonly all: boolean;
  /** Rows that differ only in that some runs lack them, too. */
  readonly absent: boolean;
  readonly order: RowOrder;
}

export type CompareOptions = MetricOptions & RowOptions;

/** Runs side by side: what they reached, what they were given, how they ran. */
export function toCompareTable(runs: readonly ComparedRun[], options: CompareOptions): CompareTable {
  const baseline = runs.findIndex((run) => run.runId === options.baseline);
  const texts = (pick: (run: ComparedRun) => Readonly<Record<string, string>>) =>
    textRows(
      runs.map((run) => flattenConfig(pick(run))),
      baseline,
    );
  const metrics = metricRows(runs, options);
  const sections = [
    { title: 'Metrics', rows: metrics },
    { title: 'Parameters', rows: texts((run) => run.params) },
    { title: 'Tags', rows: texts(ownTags) },
    { title: 'Run', rows: texts(describeRun) },
  ];
  return selectRows(sections, options, outcomesOf(metrics, options.order));
}

/** What each run reached in the metric that rows are ordered by. */
export function outcomesOf(metrics: readonly CompareRow[], order: RowOrder): readonly (number | undefined)[] {
  if (typeof order !== 'object') return [];
  return metrics.find((row) => row.key === order.outcome)?.cells.map(({ value }) => value) ?? [];
}

/** The rows asked for, in their order, and how many are left out and why. */
export function selectRows(
  sections: readonly CompareSection[],
  options: RowOptions,
  outcomes: readonly (number | undefined)[] = [],
): CompareTable {
  const shows = (row: CompareRow): boolean => options.all || row.differs || (options.absent && row.lacking);
  const shown = sections.map(({ title, rows }) => ({
    title,
    rows: orderRows(rows.filter(shows), options.order, outcomes),
  }));
  const left = sections.flatMap(({ rows }) => rows.filter((row) => !shows(row)));
  const lacking = left.filter((row) => row.lacking).length;
  return {
    sections: shown.filter((section) => section.rows.length > 0),
    agreeing: left.length - lacking,
    lacking,
  };
}

/** What people and scripts tagged; what the client tags of itself is in the run's own rows or of no use here. */
function ownTags(run: ComparedRun): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(run.tags).filter(([key]) => !key.startsWith('mlflow.')));
}

function describeRun(run: ComparedRun): Readonly<Record<string, string>> {
  return {
    Status: run.status.toLowerCase(),
    Experiment: run.experimentName,
    'Logged by': run.userId,
  };
}
