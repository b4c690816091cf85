import type { ComparedRun } from '#contract/runs.ts';
import { type Delta, deltaOf, meansSame, toNumber } from './compare-value.model.ts';
import type { MetricChoice } from './compare-view.model.ts';

export interface CompareCell {
  /** Absent where the run has no such thing. */
  readonly text?: string;
  /** Where it is a number. */
  readonly value?: number;
  /** Against the baseline, for metrics. */
  readonly delta?: Delta;
  /** Not what the baseline has. */
  readonly deviates: boolean;
}

export interface CompareRow {
  readonly key: string;
  /** One for each run, in their order. */
  readonly cells: readonly CompareCell[];
  /** Not all runs agree. */
  readonly differs: boolean;
}

export interface CompareSection {
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

export interface CompareTable {
  readonly sections: readonly CompareSection[];
  /** Rows left out because all runs agree. */
  readonly agreeing: number;
}

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Runs side by side: what they were given, what they reached, how they ran. */
export function toCompareTable(
  runs: readonly ComparedRun[],
  view: { readonly baseline: string | undefined; readonly all: boolean; readonly value: MetricChoice },
): CompareTable {
  const baseline = runs.find((run) => run.runId === view.baseline);
  const sections = [
    metricSection(runs, baseline, view.value),
    textSection('Parameters', runs, baseline, (run) => run.params),
    textSection('Tags', runs, baseline, ownTags),
    textSection('Run', runs, baseline, describeRun),
  ];
  const shown = sections.map((section) => ({
    ...section,
    rows: view.all ? section.rows : section.rows.filter((row) => row.differs),
  }));
  const count = (list: readonly CompareSection[]): number =>
    list.reduce((sum, section) => sum + section.rows.length, 0);
  return {
    sections: shown.filter((section) => section.rows.length > 0),
    agreeing: count(sections) - count(shown),
  };
}

/** Whether all that a row holds are numbers, be they spelled as text. */
export function isNumeric(row: CompareRow): boolean {
  return row.cells.every(
    ({ text, value }) => text === undefined || value !== undefined || toNumber(text) !== undefined,
  );
}

/** The metrics that any of the runs has. */
export function metricKeys(runs: readonly ComparedRun[]): readonly string[] {
  return unionOf(runs.map((run) => run.metrics.map((metric) => metric.key)));
}

function metricSection(
  runs: readonly ComparedRun[],
  baseline: ComparedRun | undefined,
  choice: MetricChoice,
): CompareSection {
  const values = new Map(runs.map((run) => [run.runId, metricValues(run, choice)]));
  const base = baseline === undefined ? undefined : values.get(baseline.runId);
  const rows = metricKeys(runs).map((key) => {
    const cells = runs.map((run): CompareCell => {
      const value = values.get(run.runId)?.get(key);
      if (value === undefined) return { deviates: base?.has(key) ?? false };
      const delta = run === baseline ? undefined : deltaOf(value, base?.get(key));
      const deviates = base !== undefined && !Object.is(value, base.get(key));
      return { text: String(value), value, deviates, ...(delta === undefined ? {} : { delta }) };
    });
    return { key, cells, differs: cells.some((cell) => !Object.is(cell.value, cells[0]?.value)) };
  });
  return { title: 'Metrics', rows };
}

function metricValues(run: ComparedRun, choice: MetricChoice): ReadonlyMap<string, number> {
  return new Map(
    run.metrics.flatMap((metric) => {
      const value = metric[choice];
      return value === null ? [] : [[metric.key, value] as const];
    }),
  );
}

function textSection(
  title: string,
  runs: readonly ComparedRun[],
  baseline: ComparedRun | undefined,
  pick: (run: ComparedRun) => Readonly<Record<string, string>>,
): CompareSection {
  const picked = runs.map((run) => pick(run));
  const base = baseline === undefined ? undefined : pick(baseline);
  const rows = unionOf(picked.map((each) => Object.keys(each))).map((key): CompareRow => {
    const texts = picked.map((each) => each[key]);
    const cells = texts.map((text) => ({
      ...(text === undefined ? {} : { text }),
      deviates: base !== undefined && !meansSame(text, base[key]),
    }));
    return { key, cells, differs: texts.some((text) => !meansSame(text, texts[0])) };
  });
  return { title, rows };
}

/** What people and scripts tagged; what the client tags of itself is in the run's own rows or of no use here. */
function ownTags(run: ComparedRun): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(run.tags).filter(([key]) => !key.startsWith('mlflow.')));
}

function describeRun(run: ComparedRun): Readonly<Record<string, string>> {
  const source = run.tags['mlflow.source.name'];
  const commit = run.tags['mlflow.source.git.commit'];
  return {
    Status: run.status.toLowerCase(),
    Experiment: run.experimentName,
    User: run.userId,
    ...(source === undefined ? {} : { Source: source }),
    ...(commit === undefined ? {} : { 'Git commit': commit }),
  };
}

function unionOf(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort(naturally.compare);
}
