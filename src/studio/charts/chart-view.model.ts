import { type XAxis, xAxis } from '#contract/metrics.ts';
import { maxSmoothing } from '#domain/drawing/smoothing.ts';
import type { Range } from './range.ts';

/** How the charts of a page are looked at: all of it is in the address. */
export interface ChartView {
  readonly x: XAxis;
  /** 0: as logged. */
  readonly smooth: number;
  readonly log: boolean;
  /** Only metrics whose key contains this. */
  readonly search: string;
  /** Charts side by side; 0: as many as fit. */
  readonly columns: number;
  /** The key of the chart that fills the page. */
  readonly full: string | undefined;
  /** The part of x that all charts show. */
  readonly range: Range | undefined;
  /** The part of y that a metric's chart shows. */
  readonly yRanges: ReadonlyMap<string, Range>;
  /** Prefixes of the sections that are closed. */
  readonly closed: readonly string[];
  /** Keys of metrics that are shown as a table. */
  readonly tables: readonly string[];
}

export const mostColumns = 4;
const owned = ['x', 'smooth', 'log', 'metric', 'columns', 'full', 'range', 'y', 'closed', 'table'] as const;

export function parseChartView(search: URLSearchParams): ChartView {
  return {
    x: xAxis.catch('step').parse(search.get('x')),
    smooth: Math.min(numberAt(search, 'smooth') ?? 0, maxSmoothing),
    log: search.get('log') === '1',
    search: search.get('metric') ?? '',
    columns: Math.min(Math.trunc(numberAt(search, 'columns') ?? 0), mostColumns),
    full: search.get('full') ?? undefined,
    range: parseRange(search.get('range') ?? ''),
    yRanges: new Map(search.getAll('y').flatMap(parseKeyRange)),
    closed: search.getAll('closed'),
    tables: search.getAll('table'),
  };
}

/** The address with this view; what else it says stays. Usual values are left out. */
export function writeChartView(search: URLSearchParams, view: ChartView): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of owned) next.delete(name);
  const single = {
    x: view.x === 'step' ? '' : view.x,
    smooth: view.smooth === 0 ? '' : String(view.smooth),
    log: view.log ? '1' : '',
    metric: view.search,
    columns: view.columns === 0 ? '' : String(view.columns),
    full: view.full ?? '',
    range: view.range === undefined ? '' : formatRange(view.range),
  };
  for (const [name, value] of Object.entries(single)) if (value !== '') next.set(name, value);
  for (const [key, range] of view.yRanges) next.append('y', `${formatRange(range)}..${key}`);
  for (const prefix of view.closed) next.append('closed', prefix);
  for (const key of view.tables) next.append('table', key);
  return next;
}

function numberAt(search: URLSearchParams, name: string): number | undefined {
  const value = Number(search.get(name) ?? NaN);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Six digits tell a place on a screen: more would only make the address long. */
function formatRange([low, high]: Range): string {
  const digits = Math.max(
    6,
    Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low))) + 4,
  );
  const text = (value: number): string => String(Number(value.toPrecision(Math.min(digits, 17))));
  return `${text(low)}..${text(high)}`;
}

function parseRange(text: string): Range | undefined {
  const [low, high] = text.split('..').map((part) => (part === '' ? NaN : Number(part)));
  return low !== undefined && high !== undefined && low < high && Number.isFinite(high - low)
    ? [low, high]
    : undefined;
}

function parseKeyRange(text: string): readonly (readonly [string, Range])[] {
  const [low = '', high = '', ...rest] = text.split('..');
  const range = parseRange(`${low}..${high}`);
  return range === undefined || rest.length === 0 ? [] : [[rest.join('..'), range]];
}
