import type { ViewDocument, ViewScreen } from '#contract/views.ts';

type Charts = NonNullable<ViewDocument['charts']>;

/** How a part of a view is written in the address. */
export type Writing = 'text' | 'number' | 'flag' | 'list' | 'columns' | 'repeated';

interface Parameter<Part> {
  readonly part: Part;
  readonly writing: Writing;
}

type ScreenParameters = Readonly<Record<string, Parameter<Exclude<keyof ViewDocument, 'charts'>>>>;

/** The parts of a view by the parameter that holds them in the address of each screen. */
export const screenParameters: Readonly<Record<ViewScreen, ScreenParameters>> = {
  runs: {
    experiments: { part: 'experiments', writing: 'list' },
    view: { part: 'lifecycle', writing: 'text' },
    filter: { part: 'filter', writing: 'text' },
    sort: { part: 'order', writing: 'list' },
    columns: { part: 'columns', writing: 'columns' },
    pinned: { part: 'pinned', writing: 'list' },
    group: { part: 'groupBy', writing: 'list' },
    as: { part: 'as', writing: 'text' },
    density: { part: 'density', writing: 'text' },
    facets: { part: 'facets', writing: 'list' },
    selected: { part: 'runs', writing: 'list' },
  },
  compare: {
    runs: { part: 'runs', writing: 'list' },
    group: { part: 'filter', writing: 'text' },
    tab: { part: 'tab', writing: 'text' },
    baseline: { part: 'baseline', writing: 'text' },
    hide: { part: 'hidden', writing: 'list' },
    by: { part: 'groupBy', writing: 'repeated' },
  },
};

/** The same for the charts of a screen. */
export const chartParameters: Readonly<Record<string, Parameter<keyof Charts>>> = {
  x: { part: 'x', writing: 'text' },
  smooth: { part: 'smoothing', writing: 'text' },
  line: { part: 'line', writing: 'text' },
  band: { part: 'band', writing: 'text' },
  centre: { part: 'centre', writing: 'text' },
  log: { part: 'logarithmic', writing: 'flag' },
  metric: { part: 'search', writing: 'text' },
  columns: { part: 'columns', writing: 'number' },
  full: { part: 'full', writing: 'text' },
  range: { part: 'zoom', writing: 'text' },
  xs: { part: 'xZooms', writing: 'repeated' },
  y: { part: 'yZooms', writing: 'repeated' },
  closed: { part: 'closedSections', writing: 'repeated' },
  table: { part: 'asTables', writing: 'repeated' },
  pin: { part: 'pinned', writing: 'repeated' },
  move: { part: 'moves', writing: 'repeated' },
  size: { part: 'sizes', writing: 'repeated' },
};

/** Screens with charts. The table of runs has columns of its own. */
export const screensWithCharts: ReadonlySet<ViewScreen> = new Set(['compare']);

/** What the address says beside the view: which saved view it came from, which panel is open. */
export const passingParameters: ReadonlySet<string> = new Set(['v', 'panel', 'version']);
