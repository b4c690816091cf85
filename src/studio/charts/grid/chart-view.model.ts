import type { Smoothing } from '#domain/drawing/smoothing.ts';
import { type LineChoice, lineChoices } from '../line/drawn-line.model.ts';
import { type BandKind, bands, type Centre, centres } from '../line/group-line.model.ts';
import { type ChartAxis, parseAxis } from '../scene/chart-axis.ts';
import type { Range } from '../scene/range.ts';
import { type CardSize, formatSize, parseSize } from './card-size.model.ts';
import {
  formatKeyRange,
  formatRange,
  formatSmoothing,
  parseKeyRange,
  parseRange,
  parseSmoothing,
} from './chart-view-text.ts';

/** How far the run that is pointed at stands out. */
export const lights = ['everywhere', 'here', 'off'] as const;
export type Light = (typeof lights)[number];

/** How the charts of a page are looked at: all of it is in the address. */
export interface ChartView {
  readonly x: ChartAxis;
  readonly smoothing: Smoothing;
  /** Whether what was logged shows behind a smoothed line. */
  readonly ghost: boolean;
  readonly choice: LineChoice;
  /** What is drawn of groups, where the page has some: nothing, or their lines in a band. */
  readonly band: BandKind;
  readonly centre: Centre;
  readonly log: boolean;
  /** Whether the few values that would flatten all others are left out, and counted instead. */
  readonly fit: boolean;
  readonly light: Light;
  /** Only metrics whose key contains this, or matches it as a regular expression. */
  readonly search: string;
  /** Charts side by side; 0: as many as fit. */
  readonly columns: number;
  /** The key of the chart that fills the page. */
  readonly full: string | undefined;
  /** Whether all charts show the same part of x. */
  readonly linked: boolean;
  /** The part of x that all charts show, while they are linked. */
  readonly range: Range | undefined;
  /** The part of x that a metric's chart shows, while they are not. */
  readonly xRanges: ReadonlyMap<string, Range>;
  /** The part of y that a metric's chart shows. */
  readonly yRanges: ReadonlyMap<string, Range>;
  /** Prefixes of the sections that are closed. */
  readonly closed: readonly string[];
  /** Keys of metrics that are shown as a table. */
  readonly tables: readonly string[];
  /** Keys of metrics whose charts show all values although others are fitted. */
  readonly whole: readonly string[];
  /** Keys of metrics that come first, in this order. */
  readonly pins: readonly string[];
  readonly sizes: ReadonlyMap<string, CardSize>;
  /** Where charts were put within their section, the last moved last. */
  readonly moves: ReadonlyMap<string, number>;
}

export const mostColumns = 4;
const owned =
  'x smooth ghost line band centre log fit light metric columns full linked range xs y closed table whole pin size move'.split(
    ' ',
  );

export function parseChartView(search: URLSearchParams): ChartView {
  const oneOf = <T extends string>(name: string, values: readonly T[], usual: T): T =>
    values.find((value) => value === search.get(name)) ?? usual;
  return {
    x: parseAxis(search.get('x')),
    smoothing: parseSmoothing(search.get('smooth') ?? ''),
    ghost: search.get('ghost') !== '0',
    choice: oneOf('line', lineChoices, 'auto'),
    band: oneOf('band', bands, 'off'),
    centre: oneOf('centre', centres, 'mean'),
    log: search.get('log') === '1',
    fit: search.get('fit') !== '0',
    light: oneOf('light', lights, 'everywhere'),
    search: search.get('metric') ?? '',
    columns: Math.min(wholeNumber(search.get('columns')) ?? 0, mostColumns),
    full: search.get('full') ?? undefined,
    linked: search.get('linked') !== '0',
    range: parseRange(search.get('range') ?? ''),
    xRanges: new Map(search.getAll('xs').flatMap(parseKeyRange)),
    yRanges: new Map(search.getAll('y').flatMap(parseKeyRange)),
    closed: search.getAll('closed'),
    tables: search.getAll('table'),
    whole: search.getAll('whole'),
    pins: [...new Set(search.getAll('pin'))],
    sizes: new Map(search.getAll('size').flatMap(parseSize)),
    moves: new Map(search.getAll('move').flatMap(parseMove)),
  };
}

/** The address with this view; what else it says stays. Usual values are left out. */
export function writeChartView(search: URLSearchParams, view: ChartView): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of owned) next.delete(name);
  for (const [name, value] of Object.entries(singles(view))) if (value !== '') next.set(name, value);
  const lists = { closed: view.closed, table: view.tables, whole: view.whole, pin: view.pins };
  for (const [name, keys] of Object.entries(lists)) for (const key of keys) next.append(name, key);
  for (const [key, range] of view.xRanges) next.append('xs', formatKeyRange(key, range));
  for (const [key, range] of view.yRanges) next.append('y', formatKeyRange(key, range));
  for (const [key, size] of view.sizes) next.append('size', formatSize(key, size));
  for (const [key, index] of view.moves) next.append('move', `${index}..${key}`);
  return next;
}

function singles(view: ChartView): Readonly<Record<string, string>> {
  return {
    x: view.x === 'step' ? '' : view.x,
    smooth:
      view.smoothing.kind === 'ema' && view.smoothing.amount === 0 ? '' : formatSmoothing(view.smoothing),
    ghost: view.ghost ? '' : '0',
    line: view.choice === 'auto' ? '' : view.choice,
    band: view.band === 'off' ? '' : view.band,
    centre: view.centre === 'mean' ? '' : view.centre,
    log: view.log ? '1' : '',
    fit: view.fit ? '' : '0',
    light: view.light === 'everywhere' ? '' : view.light,
    metric: view.search,
    columns: view.columns === 0 ? '' : String(view.columns),
    full: view.full ?? '',
    linked: view.linked ? '' : '0',
    range: view.range === undefined ? '' : formatRange(view.range),
  };
}

function parseMove(text: string): readonly (readonly [string, number])[] {
  const [index = '', ...rest] = text.split('..');
  const place = wholeNumber(index);
  return place === undefined || rest.length === 0 ? [] : [[rest.join('..'), place]];
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
