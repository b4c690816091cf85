import { printTerm } from '#domain/filter/filter-print.ts';
import { guessDirection } from '#domain/metric/direction.ts';
import { importanceOf } from './importance.model.ts';
import type { OverChart } from './over-chart.model.ts';
import { keepRows, type RunTable } from './run-table.model.ts';

export interface KeyUse {
  readonly key: string;
  readonly runs: number;
}

export interface KeysInUse {
  readonly metrics: readonly KeyUse[];
  readonly params: readonly KeyUse[];
}

/** The metric that people most likely judge these runs by: one with a direction, of validation, that most runs have. */
export function mainMetric(metrics: readonly KeyUse[]): string | undefined {
  const [first] = metrics
    .filter(({ key }) => guessDirection(key) !== 'none')
    .toSorted((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1));
  return first?.key ?? metrics[0]?.key;
}

function weight({ key, runs }: KeyUse): number {
  return runs * (/(^|[^a-z])(val|valid|validation|test|eval|dev)([^a-z]|$)/i.test(key) ? 2 : 1);
}

/** More parameters than this are not looked at for what a page begins with. */
const mostLookedAt = 40;
/** Nor more runs: to order axes, the first tell enough. */
const mostRows = 300;

/** The terms that suggestions are made from: the main metric, then the parameters used most. */
export function termsToLookAt({ metrics, params }: KeysInUse): readonly string[] {
  const metric = mainMetric(metrics);
  if (metric === undefined) return [];
  const used = params.toSorted((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1)).slice(0, mostLookedAt);
  return [
    printTerm({ field: { entity: 'metric', key: metric } }),
    ...used.map(({ key }) => printTerm({ field: { entity: 'parameter', key } })),
  ];
}

const mostAxes = 6;

/** The charts that a page begins with: how the parameters that differ and the main metric hang together. */
export function suggestCharts(table: RunTable, [result, ...params]: readonly string[]): readonly OverChart[] {
  if (result === undefined) return [];
  const causes = byImportance(
    table,
    result,
    params.filter((term) => differs(table, term)),
  ).slice(0, mostAxes);
  const [first] = causes;
  if (first === undefined) return [{ kind: 'bar', terms: [result] }];
  return [
    // The result comes last, and what explains most stands next to it.
    { kind: 'parallel', terms: [...causes.toReversed(), result] },
    { kind: 'importance', terms: [result] },
    { kind: 'scatter', terms: [first, result] },
    { kind: 'bar', terms: [result] },
    { kind: 'box', terms: [result, first] },
  ];
}

function differs(table: RunTable, term: string): boolean {
  return new Set(table.columns.get(term)?.texts).size > 1;
}

/** Most important first; in the order given where runs do not tell. */
function byImportance(table: RunTable, result: string, terms: readonly string[]): readonly string[] {
  const some = keepRows(table, (_run, row) => row < mostRows);
  const shares = new Map(
    importanceOf(some, result)?.features.map(({ name, importance }) => [name, importance]),
  );
  return terms.toSorted((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0));
}
