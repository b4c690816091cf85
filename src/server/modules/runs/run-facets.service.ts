import { parseTerm } from '#domain/filter/term-parse.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import type { Ports } from '#server/ports/ports.ts';
import { type FacetsQuery, readFacets } from './run-facets.queries.ts';
import { createRunMemory, keyOfSearch } from './run-memory.ts';
import { readAs, toSearch } from './run-search.service.ts';
import type { LifecycleView } from './run-search.types.ts';

export interface FacetsRequest {
  readonly experimentIds: readonly string[];
  readonly filter: string;
  readonly view: LifecycleView;
  readonly terms: readonly string[];
  readonly limit: number;
}

export type RunFacetsService = ReturnType<typeof createRunFacetsService>;

/** Counts of runs by their values, under a filter. */
export function createRunFacetsService(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  live: LiveService,
  metrics: Pick<MetricsService, 'settle'>,
) {
  const memory = createRunMemory<Awaited<ReturnType<typeof read>>>(() => clock.nowMs(), 16);

  async function read(query: FacetsQuery) {
    return database.read(readFacets, query);
  }

  return {
    /** Problem `invalid-input` for a mistake in the filter or a term, with its place. */
    async facets(workspace: WorkspaceScope, { terms, limit, ...question }: FacetsRequest) {
      const search = toSearch(workspace, { ...question, orderBy: [] }, clock.nowMs());
      const query = {
        search,
        terms: terms.map((text, index) => readAs(`terms.${index}`, () => parseTerm(text))),
        limit,
      };
      await metrics.settle();
      const changesIn = (position: number | undefined) =>
        position === undefined
          ? { events: [], position: live.position(workspace.id) }
          : live.after(workspace.id, position);
      return memory.get(keyOfSearch(query), changesIn, () => read(query));
    },
  };
}
