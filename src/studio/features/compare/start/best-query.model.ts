import type { Direction } from '#domain/metric/direction.ts';
import { printOrderTerm, printTerm } from '#domain/filter/filter-print.ts';

/** The search for the runs that are best in a metric: those that have a best value, the best first. */
export function bestQuery(metric: string, direction: Direction) {
  const term = { field: { entity: 'metric', key: metric }, summary: 'best' } as const;
  return {
    filter: `${printTerm({ field: term.field })} IS NOT NULL`,
    orderBy: [printOrderTerm({ ...term, ascending: direction === 'down' })],
    terms: [printTerm(term)],
  };
}
