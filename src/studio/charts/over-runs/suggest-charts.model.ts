import { guessDirection } from '#domain/metric/direction.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import type { OverChart } from './over-chart.model.ts';

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

const mostAxes = 6;

/** The charts that a page begins with: how parameters and the main metric hang together. */
export function suggestCharts({ metrics, params }: KeysInUse): readonly OverChart[] {
  const metric = mainMetric(metrics);
  if (metric === undefined) return [];
  const result = printTerm({ field: { entity: 'metric', key: metric } });
  const causes = params
    .toSorted((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1))
    .slice(0, mostAxes)
    .map(({ key }) => printTerm({ field: { entity: 'parameter', key } }));
  const [first] = causes;
  if (first === undefined) return [{ kind: 'bar', terms: [result] }];
  return [
    { kind: 'parallel', terms: [...causes, result] },
    { kind: 'importance', terms: [result] },
    { kind: 'scatter', terms: [first, result] },
    { kind: 'bar', terms: [result] },
  ];
}
