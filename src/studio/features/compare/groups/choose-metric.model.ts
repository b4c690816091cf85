import type { Direction } from '#domain/metric/direction.ts';

/** A metric and how many runs have it. */
export interface MetricUse {
  readonly key: string;
  readonly runs: number;
}

const heldOut = /(^|[^a-z])(val|valid|validation|test|eval|dev|holdout)/i;

/**
 * The metric by which runs are most likely compared: one with a direction, on data held out, a loss before others,
 * that most runs have. Absent where no metric has a direction.
 */
export function chooseMetric(
  metrics: readonly MetricUse[],
  directionOf: (key: string) => Direction,
): string | undefined {
  const ranked = metrics
    .filter(({ key }) => directionOf(key) !== 'none')
    .map((metric) => ({ ...metric, rank: rankOf(metric.key) }))
    .sort((a, b) => b.rank - a.rank || b.runs - a.runs || (a.key < b.key ? -1 : 1));
  return ranked[0]?.key;
}

function rankOf(key: string): number {
  return (heldOut.test(key) ? 2 : 0) + (/loss/i.test(key) ? 1 : 0);
}
