import { runIdSchema } from '#contract/runs.ts';
import { type Column, columnId, orderTerm, parseColumnId } from './column.model.ts';
import { leastWidth, mostWidth } from './column-label.model.ts';
import { escapeItem, joinList, splitList, stripQuotes, unescapeItem } from './list-text.model.ts';

export const lifecycles = ['active', 'deleted', 'all'] as const;
export type LifecycleView = (typeof lifecycles)[number];

export const densities = ['compact', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** `flat`: every run in one list; `tree`: child runs below their parents; `ranked`: a leaderboard. */
export const arrangements = ['flat', 'tree', 'ranked'] as const;
export type Arrangement = (typeof arrangements)[number];

export interface SortTerm {
  readonly column: Column;
  readonly descending: boolean;
}

export interface ColumnChoice {
  readonly column: Column;
  /** Pixels; absent: the usual width. */
  readonly width?: number;
}

/** What the table shows; all of it is in the address. */
export interface RunsView {
  /** Ids; none: all of the workspace. */
  readonly experiments: readonly string[];
  readonly filter: string;
  readonly lifecycle: LifecycleView;
  /** None: newest first. */
  readonly sort: readonly SortTerm[];
  /** `undefined`: what suits these runs. */
  readonly columns: readonly ColumnChoice[] | undefined;
  /** Ids of the columns that stay in sight beside the name. */
  readonly pinned: readonly string[];
  /** Runs that share these are put together; at most three. */
  readonly group: readonly GroupKey[];
  readonly as: Arrangement;
  /** `undefined`: as the person prefers. */
  readonly density: Density | undefined;
  /** Run ids; with `*` among them all that match are selected save these. */
  readonly selected: readonly string[];
}

/** A column, or all parameters save some (such as the seed). */
export type GroupKey = Column | { readonly kind: 'other params'; readonly except: readonly string[] };

const owned = [
  'experiments',
  'filter',
  'view',
  'sort',
  'columns',
  'pinned',
  'group',
  'as',
  'density',
  'selected',
] as const;

/** More could not be sorted by. */
const mostSortTerms = 4;
export const mostGroupKeys = 3;

export function parseRunsView(search: URLSearchParams): RunsView {
  const columns = splitList(search.get('columns'))
    .map(parseChoice)
    .filter((choice) => choice !== undefined);
  return {
    experiments: splitList(search.get('experiments')).filter((id) => /^\d{1,18}$/.test(id)),
    filter: search.get('filter') ?? '',
    lifecycle: lifecycles.find((each) => each === search.get('view')) ?? 'active',
    sort: splitList(search.get('sort'))
      .map(parseSortTerm)
      .filter((term) => term !== undefined)
      .slice(0, mostSortTerms),
    columns: columns.length === 0 ? undefined : uniqueColumns(columns),
    pinned: splitList(search.get('pinned'))
      .map(parseColumn)
      .filter((column) => column !== undefined)
      .map(columnId),
    group: splitList(search.get('group'))
      .map(parseGroupKey)
      .filter((key) => key !== undefined)
      .slice(0, mostGroupKeys),
    as: arrangements.find((each) => each === search.get('as')) ?? 'flat',
    density: densities.find((each) => each === search.get('density')),
    selected: splitList(search.get('selected')).filter(
      (id) => id === '*' || runIdSchema.safeParse(id).success,
    ),
  };
}

/** The address with this view; whatever else stands there stays. Usual values are left out. */
export function writeRunsView(search: URLSearchParams, view: RunsView): URLSearchParams {
  const next = new URLSearchParams();
  const values = {
    experiments: joinList(view.experiments),
    filter: view.filter,
    view: view.lifecycle === 'active' ? '' : view.lifecycle,
    sort: joinList(
      view.sort.map((term) => `${term.descending ? '-' : ''}${escapeItem(columnId(term.column))}`),
    ),
    columns: joinList((view.columns ?? []).map(writeChoice)),
    pinned: joinList(view.pinned.map(escapeItem)),
    group: joinList(view.group.map(writeGroupKey)),
    as: view.as === 'flat' ? '' : view.as,
    density: view.density ?? '',
    selected: joinList(view.selected),
  };
  for (const [name, value] of Object.entries(values)) if (value !== '') next.set(name, value);
  const isOwned = (name: string): boolean => owned.some((each) => each === name);
  for (const [name, value] of search) if (!isOwned(name)) next.append(name, value);
  return next;
}

/** Order terms for the server; empty for its own order, newest first. */
export function toOrderBy(sort: readonly SortTerm[]): string[] {
  return sort
    .map(({ column, descending }) => orderTerm(column, descending))
    .filter((term) => term !== undefined);
}

/** Whether new runs come first, as they do without any choice. */
export function isNewestFirst(sort: readonly SortTerm[]): boolean {
  const [first] = sort;
  return first === undefined || (columnId(first.column) === 'started' && first.descending);
}

/**
 * A press on a heading: numbers and times from the greatest, texts from the first letter; then the other way round;
 * then unsorted. With `add` it is a further key behind the others.
 */
export function toggleSort(
  sort: readonly SortTerm[],
  column: Column,
  { add, descendingFirst }: { readonly add: boolean; readonly descendingFirst: boolean },
): readonly SortTerm[] {
  const id = columnId(column);
  const present = sort.find((term) => columnId(term.column) === id);
  const others = add ? sort.filter((term) => columnId(term.column) !== id) : [];
  if (present === undefined)
    return [...others, { column, descending: descendingFirst }].slice(-mostSortTerms);
  if (present.descending !== descendingFirst) return others;
  const turned = { column, descending: !present.descending };
  return add ? sort.map((term) => (columnId(term.column) === id ? turned : term)) : [turned];
}

function parseSortTerm(item: string): SortTerm | undefined {
  const descending = item.startsWith('-');
  const column = parseColumn(descending ? item.slice(1) : item);
  return column === undefined ? undefined : { column, descending };
}

/** Also as the filter writes it, with the key in back-ticks: links from elsewhere are made so. */
function parseColumn(item: string): Column | undefined {
  return parseColumnId(unescapeItem(stripQuotes(item)));
}

const otherParams = 'params*';

/** `params*~seed`: all parameters save the seed. */
function parseGroupKey(item: string): GroupKey | undefined {
  const [id = '', ...except] = item.split('~');
  if (id === otherParams) return { kind: 'other params', except: [...new Set(except.map(unescapeItem))] };
  const column = parseColumn(item);
  return column === undefined || column.kind === 'spark' ? undefined : column;
}

function writeGroupKey(key: GroupKey): string {
  if (key.kind === 'other params') return [otherParams, ...key.except.map(escapeItem)].join('~');
  return escapeItem(columnId(key));
}

function parseChoice(item: string): ColumnChoice | undefined {
  const [id = '', widthText] = item.split('~');
  const column = parseColumn(id);
  if (column === undefined) return undefined;
  const width = Number(widthText);
  return Number.isFinite(width) && widthText !== undefined
    ? { column, width: Math.round(Math.min(mostWidth, Math.max(leastWidth, width))) }
    : { column };
}

function writeChoice({ column, width }: ColumnChoice): string {
  return `${escapeItem(columnId(column))}${width === undefined ? '' : `~${Math.round(width)}`}`;
}

function uniqueColumns(choices: readonly ColumnChoice[]): readonly ColumnChoice[] {
  return [...new Map(choices.map((choice) => [columnId(choice.column), choice])).values()];
}
