import { parseTerm } from '#domain/filter/term-parse.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import type { Ports } from '#server/ports/ports.ts';
import { readColumnsOfRuns } from './run-columns.queries.ts';
import { readAs, type RunQuestion, toSearch } from './run-search.service.ts';
import { countMatchingRuns } from './run-search.queries.ts';

export interface ColumnsRequest extends RunQuestion {
  /** Just these; absent: those that the filter finds. */
  readonly runIds?: readonly string[] | undefined;
  readonly terms: readonly string[];
  readonly limit: number;
}

export type RunColumnsService = ReturnType<typeof createRunColumnsService>;

/** Values of many runs, column by column. */
export function createRunColumnsService(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  metrics: Pick<MetricsService, 'settle'>,
) {
  return {
    /** Problem `invalid-input` for a mistake in the filter, the order or a term, with its place. */
    async columns(workspace: WorkspaceScope, request: ColumnsRequest) {
      const terms = request.terms.map((text, index) => readAs(`terms.${index}`, () => parseTerm(text)));
      const { runIds, limit } = request;
      const workspaceId = workspace.id;
      if (runIds !== undefined) {
        await metrics.settle({ workspaceId, runIds });
        const found = await database.read(readColumnsOfRuns, { workspaceId, wanted: { runIds }, terms });
        return { ...found, matching: found.runs.length };
      }
      const search = toSearch(workspace, request, clock.nowMs());
      await metrics.settle();
      const [found, matching] = await Promise.all([
        database.read(readColumnsOfRuns, { workspaceId, wanted: { search, limit }, terms }),
        database.read(countMatchingRuns, search),
      ]);
      return { ...found, matching };
    },
  };
}
