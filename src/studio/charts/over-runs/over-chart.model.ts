import { parseTerm } from '#domain/filter/term-parse.ts';
import { printTerm } from '#domain/filter/filter-print.ts';

export const overKinds = ['parallel', 'scatter', 'bar', 'box', 'contour', 'importance'] as const;
export type OverKind = (typeof overKinds)[number];

export const overKindNames: Readonly<Record<OverKind, string>> = {
  parallel: 'Parallel coordinates',
  scatter: 'Scatter',
  bar: 'Bars',
  box: 'Boxes',
  contour: 'Contour',
  importance: 'Importance',
};

/** A chart with a mark for each run. What each place among the terms means: `termRoles`. */
export interface OverChart {
  readonly kind: OverKind;
  /** Value terms as they are printed. */
  readonly terms: readonly string[];
}

/** What the terms of a kind stand for, in order; parallel coordinates take as many as there are. */
export const termRoles: Readonly<Record<OverKind, readonly string[]>> = {
  parallel: [],
  scatter: ['Across', 'Up'],
  bar: ['Value'],
  box: ['Value', 'By'],
  contour: ['Across', 'Up', 'Colour'],
  importance: ['Of'],
};

const mostTerms = 24;
/** The most charts on one page. */
export const mostOverCharts = 24;

/** As it stands in an address: `scatter:params.lr,metrics.loss`, each term encoded for itself. */
export function printOverChart({ kind, terms }: OverChart): string {
  return `${kind}:${terms.map((term) => encodeURIComponent(term)).join(',')}`;
}

/** `undefined` where it is none of ours; terms that cannot be read are left out. */
export function parseOverChart(text: string): OverChart | undefined {
  const [name = '', list = ''] = text.split(':', 2);
  const kind = overKinds.find((each) => each === name);
  if (kind === undefined) return undefined;
  return { kind, terms: list.split(',').flatMap(readTerm).slice(0, mostTerms) };
}

function readTerm(encoded: string): readonly string[] {
  try {
    return [printTerm(parseTerm(decodeURIComponent(encoded)))];
  } catch {
    return [];
  }
}

/** What a chart still needs before it can be drawn. */
export function missingRoles({ kind, terms }: OverChart): readonly string[] {
  if (kind === 'parallel') return terms.length < 2 ? ['two axes'] : [];
  return termRoles[kind].slice(terms.length);
}
