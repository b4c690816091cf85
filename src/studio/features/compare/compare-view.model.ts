import { runIdSchema } from '#contract/runs.ts';

export const compareTabs = ['charts', 'table'] as const;
export type CompareTab = (typeof compareTabs)[number];

export const metricSummaries = ['last', 'min', 'max'] as const;
/** Which of a metric's values a table shows. */
export type MetricChoice = (typeof metricSummaries)[number];

/** What is compared and how; all of it is in the address. */
export interface CompareView {
  readonly runIds: readonly string[];
  readonly tab: CompareTab;
  /** The run that the others are measured against. */
  readonly baseline: string | undefined;
  readonly hidden: readonly string[];
  /** Rows in which all runs agree are shown too. */
  readonly all: boolean;
  /** Runs are rows instead of columns. */
  readonly across: boolean;
  readonly value: MetricChoice;
  /** Only rows of the table whose name contains this. */
  readonly search: string;
}

/** The most runs that are compared at once. */
export const mostRuns = 500;

const owned = ['runs', 'tab', 'baseline', 'hide', 'all', 'across', 'value', 'rows'] as const;

export function parseCompareView(search: URLSearchParams): CompareView {
  const baseline = search.get('baseline') ?? '';
  return {
    runIds: parseIds(search.get('runs')),
    tab: compareTabs.find((tab) => tab === search.get('tab')) ?? 'charts',
    baseline: baseline === '' ? undefined : baseline,
    hidden: parseIds(search.get('hide')),
    all: search.get('all') === '1',
    across: search.get('across') === '1',
    value: metricSummaries.find((value) => value === search.get('value')) ?? 'last',
    search: search.get('rows') ?? '',
  };
}

/** The address with this view; what the charts keep there stays. Usual values are left out. */
export function writeCompareView(search: URLSearchParams, view: CompareView): URLSearchParams {
  const next = new URLSearchParams();
  const values = {
    runs: view.runIds.join(','),
    tab: view.tab === 'charts' ? '' : view.tab,
    baseline: view.baseline ?? '',
    hide: view.hidden.join(','),
    all: view.all ? '1' : '',
    across: view.across ? '1' : '',
    value: view.value === 'last' ? '' : view.value,
    rows: view.search,
  };
  for (const [name, value] of Object.entries(values)) if (value !== '') next.set(name, value);
  const isOwned = (name: string): boolean => owned.some((each) => each === name);
  for (const [name, value] of search) if (!isOwned(name)) next.append(name, value);
  return next;
}

/** Each id once, in the order given. */
function parseIds(text: string | null): readonly string[] {
  const ids = (text ?? '').split(',').map((id) => id.trim());
  return [...new Set(ids)].filter((id) => id !== '');
}

/** Ids that can be asked for, and those that cannot be the id of any run. */
export function splitIds(runIds: readonly string[]): {
  readonly asked: readonly string[];
  readonly malformed: readonly string[];
  /** Beyond the most that are compared at once. */
  readonly tooMany: number;
} {
  const valid = runIds.filter((id) => runIdSchema.safeParse(id).success);
  return {
    asked: valid.slice(0, mostRuns),
    malformed: runIds.filter((id) => !runIdSchema.safeParse(id).success),
    tooMany: Math.max(0, valid.length - mostRuns),
  };
}

/** Hides a run, or shows it again. */
export function toggleHidden(view: CompareView, runId: string): CompareView {
  const hidden = view.hidden.includes(runId)
    ? view.hidden.filter((id) => id !== runId)
    : [...view.hidden, runId];
  return { ...view, hidden };
}

/** Shows one run only; asked again for the only one shown, shows all. */
export function toggleSolo(view: CompareView, runId: string): CompareView {
  const others = view.runIds.filter((id) => id !== runId);
  const alone = !view.hidden.includes(runId) && others.every((id) => view.hidden.includes(id));
  return { ...view, hidden: alone ? [] : others };
}

/** Takes runs out of the comparison, and out of all that speaks of them. */
export function withoutRuns(view: CompareView, runIds: readonly string[]): CompareView {
  const stays = (id: string): boolean => !runIds.includes(id);
  return {
    ...view,
    runIds: view.runIds.filter(stays),
    hidden: view.hidden.filter(stays),
    baseline: view.baseline !== undefined && stays(view.baseline) ? view.baseline : undefined,
  };
}
