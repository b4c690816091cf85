import { runIdSchema } from '#contract/runs.ts';
import {
  mostOverCharts,
  type OverChart,
  parseOverChart,
  printOverChart,
} from '#studio/charts/over-runs/over-chart.model.ts';

export const compareTabs = [
  'charts',
  'over',
  'table',
  'setup',
  'groups',
  'code',
  'artifacts',
  'logs',
] as const;
export type CompareTab = (typeof compareTabs)[number];

/** Which of a metric's values is meant; `best` goes by the metric's direction. */
export type MetricChoice = 'last' | 'best' | 'min' | 'max' | { readonly step: number };

export const rowOrders = ['name', 'telling'] as const;
/** How rows are ordered; `outcome`: by how strongly they go with a metric. */
export type RowOrder = (typeof rowOrders)[number] | { readonly outcome: string };

export const pictureLooks = ['side', 'wipe', 'onion', 'difference'] as const;
/** How two pictures are laid over each other. */
export type PictureLook = (typeof pictureLooks)[number];

/** What is compared and how; all of it is in the address. */
export interface CompareView {
  /** Runs by id, and … */
  readonly runIds: readonly string[];
  /** … those that a filter finds; absent: none but the ids. */
  readonly filter: string | undefined;
  readonly tab: CompareTab;
  /** The run that the others are measured against; absent: that of the experiment; `null`: none. */
  readonly baseline: string | null | undefined;
  readonly hidden: readonly string[];
  /** Rows in which all runs agree are shown too. */
  readonly all: boolean;
  /** What some runs did not log counts as a difference. */
  readonly absent: boolean;
  /** Runs are rows instead of columns. */
  readonly across: boolean;
  readonly value: MetricChoice;
  readonly order: RowOrder;
  /** Only rows (or paths) whose name contains this. */
  readonly search: string;
  /** Keys that groups are made by; absent: all parameters except seeds. */
  readonly by: readonly string[] | undefined;
  /** The metric that groups are compared by; absent: the most telling one. */
  readonly metric: string | undefined;
  /** The file looked at, of code, artifacts and logs. */
  readonly file: string | undefined;
  /** The run beside the baseline where only two fit. */
  readonly other: string | undefined;
  readonly look: PictureLook;
  /** Charts with a mark for each run; absent: what suits the runs. */
  readonly over: readonly OverChart[] | undefined;
}

/** The most runs that are compared at once. */
export const mostRuns = 500;

const owned: readonly string[] = [
  'runs',
  'group',
  'tab',
  'baseline',
  'hide',
  'all',
  'absent',
  'across',
  'value',
  'order',
  'rows',
  'by',
  'of',
  'file',
  'with',
  'look',
  'chart',
];

const noBaseline = 'none';

export function parseCompareView(search: URLSearchParams): CompareView {
  const text = (name: string): string | undefined => search.get(name) || undefined;
  const baseline = text('baseline');
  return {
    runIds: parseIds(search.get('runs')),
    filter: search.get('group') ?? undefined,
    tab: compareTabs.find((tab) => tab === search.get('tab')) ?? 'charts',
    baseline: baseline === noBaseline ? null : baseline,
    hidden: parseIds(search.get('hide')),
    all: search.get('all') === '1',
    absent: search.get('absent') === '1',
    across: search.get('across') === '1',
    value: parseChoice(search.get('value') ?? ''),
    order: parseOrder(search.get('order') ?? ''),
    search: search.get('rows') ?? '',
    by: search.has('by') ? search.getAll('by').filter((key) => key !== '') : undefined,
    metric: text('of'),
    file: text('file'),
    other: text('with'),
    look: pictureLooks.find((look) => look === search.get('look')) ?? 'side',
    over: search.has('chart') ? parseOver(search.getAll('chart')) : undefined,
  };
}

/** The address with this view; what the charts keep there stays. Usual values are left out. */
export function writeCompareView(search: URLSearchParams, view: CompareView): URLSearchParams {
  const next = new URLSearchParams();
  const flags = { all: view.all, absent: view.absent, across: view.across };
  const texts = {
    runs: view.runIds.join(','),
    tab: unless(view.tab, 'charts'),
    baseline: view.baseline === null ? noBaseline : view.baseline,
    hide: view.hidden.join(','),
    value: printChoice(view.value),
    order: printOrder(view.order),
    rows: view.search,
    of: view.metric,
    file: view.file,
    with: view.other,
    look: unless(view.look, 'side'),
  };
  for (const [name, value] of Object.entries(texts)) {
    if (value !== undefined && value !== '') next.set(name, value);
  }
  for (const [name, holds] of Object.entries(flags)) if (holds) next.set(name, '1');
  for (const [name, value] of listsOf(view)) next.append(name, value);
  for (const [name, value] of search) if (!owned.includes(name)) next.append(name, value);
  return next;
}

/** What is said more than once, or means something though it is empty. */
function listsOf({ filter, by, over }: CompareView): readonly (readonly [name: string, value: string])[] {
  const keys = by?.length === 0 ? [''] : (by ?? []);
  const charts = over?.length === 0 ? [noChart] : (over ?? []).map(printOverChart);
  return [
    ...charts.map((chart) => ['chart', chart] as const),
    // An empty filter matches all runs, an empty list of keys makes one group.
    ...(filter === undefined ? [] : [['group', filter] as const]),
    ...keys.map((key) => ['by', key] as const),
  ];
}

/** Stands for "no chart at all", which an address without charts does not say. */
const noChart = 'none';

function parseOver(texts: readonly string[]): readonly OverChart[] {
  return texts.flatMap((text) => parseOverChart(text) ?? []).slice(0, mostOverCharts);
}

function unless(value: string, usual: string): string {
  return value === usual ? '' : value;
}

function parseChoice(text: string): MetricChoice {
  const step = /^at:(-?\d{1,15})$/.exec(text)?.[1];
  if (step !== undefined) return { step: Number(step) };
  return text === 'best' || text === 'min' || text === 'max' ? text : 'last';
}

function printChoice(choice: MetricChoice): string {
  if (typeof choice === 'object') return `at:${choice.step}`;
  return choice === 'last' ? '' : choice;
}

const outcomePrefix = 'goes-with:';

function parseOrder(text: string): RowOrder {
  if (text.startsWith(outcomePrefix)) return { outcome: text.slice(outcomePrefix.length) };
  return rowOrders.find((order) => order === text) ?? 'name';
}

function printOrder(order: RowOrder): string {
  if (typeof order === 'object') return `${outcomePrefix}${order.outcome}`;
  return order === 'name' ? '' : order;
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
