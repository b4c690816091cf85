import type { Summary, ValueTerm } from '#domain/filter/filter-ast.ts';
import { mapTerms, type SettledNode, termsOf } from '#domain/filter/settle-filter.ts';
import type { Direction } from '#domain/metric/direction.ts';
import { directionsOf } from '#server/modules/metric-settings/metric-settings.queries.ts';
import type { Work } from '#server/ports/database.ts';
import type { RunSearch } from './run-search.types.ts';

/** Where neither way is better, the best value is the last. */
const summaryOf: Readonly<Record<Direction, Summary | undefined>> = {
  up: 'max',
  down: 'min',
  none: undefined,
};

/** The same search with each `best` as the summary that the metric's direction makes it. */
export function* withoutBest(search: RunSearch): Work<RunSearch> {
  const { filter, order, workspaceId } = search;
  const best = [...termsOf(filter), ...order].filter((term) => term.summary === 'best');
  if (best.length === 0) return search;
  const directions = yield* directionsOf(workspaceId, [...new Set(best.map(({ field }) => field.key))]);
  const settle = <T extends ValueTerm>(term: T): T => {
    if (term.summary !== 'best') return term;
    const { summary: _best, ...others } = term;
    const summary = summaryOf[directions.get(term.field.key) ?? 'none'];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same but for the summary
    return { ...others, ...(summary === undefined ? {} : { summary }) } as T;
  };
  const terms: readonly SettledNode[] = filter.terms.map((node) => mapTerms(node, settle));
  return { ...search, filter: { kind: 'all', terms }, order: order.map(settle) };
}
