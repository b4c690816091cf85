import { Problem } from '#contract/problem.ts';
import type { ComparedRun, RunDetails, RunRow } from '#contract/runs.ts';
import type { AllOf, Comparison, OrderTerm } from '#domain/filter/filter-ast.ts';
import { FilterFailure } from '#domain/filter/filter-failure.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { parseTerm, parseTermOrder } from '#domain/filter/term-parse.ts';
import { settleFilter } from '#domain/filter/settle-filter.ts';
import { parseStudioFilter } from '#domain/filter/studio-parse.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import type { ReadDefinition } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { parentTag } from './run-children.queries.ts';
import { createRunMemory, createTimedMemory, keyOfSearch } from './run-memory.ts';
import { readComparedRuns, readRunDetails } from './run-details.queries.ts';
import { readRunFields, type RunFields } from './run-fields.queries.ts';
import { listAllRuns } from './run-list.queries.ts';
import { readRunRows, readRunWindow, type RunColumns } from './run-rows.queries.ts';
import { readRunSparklines } from './run-sparklines.queries.ts';
import { countMatchingRuns } from './run-search.queries.ts';
import { needsSets } from './run-plan.ts';
import type { LifecycleView, RunSearch } from './run-search.types.ts';

/** Which runs the studio asks for, and in which order. */
export interface RunQuestion {
  /** Empty: all of the workspace. */
  readonly experimentIds: readonly string[];
  readonly filter: string;
  readonly view: LifecycleView;
  readonly orderBy: readonly string[];
  /** The children of this run; null: of nobody. Absent: whatever the parent. */
  readonly parentRunId?: string | null | undefined;
}

/** A search as the studio asks for it. */
export interface RunRequest extends RunQuestion {
  readonly columns: RunColumns;
  readonly terms: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

/** Counting the keys of so many runs takes a noticeable time. */
const manyRuns = 5000;
const fieldsStaleMs = 10_000;

/** From here on a window is cheaper to cut from a list of all. */
const deepOffset = 2000;

export type RunSearchService = ReturnType<typeof createRunSearchService>;

/** Reads of runs for the studio. Each sees every point acknowledged before it was asked. */
export function createRunSearchService(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  live: LiveService,
  metrics: Pick<MetricsService, 'settle'>,
) {
  const counts = createRunMemory<number>(() => clock.nowMs(), 64);
  const fields = createTimedMemory<RunFields>(() => clock.nowMs(), fieldsStaleMs);
  const lists = createRunMemory<Float64Array>(() => clock.nowMs(), 4);

  function changesIn(workspaceId: number) {
    return (position: number | undefined) =>
      position === undefined
        ? { events: [], position: live.position(workspaceId) }
        : live.after(workspaceId, position);
  }

  async function listOf(search: RunSearch): Promise<Float64Array> {
    const key = keyOfSearch(search);
    return lists.get(key, changesIn(search.workspaceId), () => database.read(listAllRuns, search));
  }

  async function count(search: RunSearch): Promise<number> {
    // What makes the window of such a search has counted it, too.
    if (needsSets(search)) return (await listOf(search)).length;
    const key = keyOfSearch({ ...search, order: [] });
    return counts.get(key, changesIn(search.workspaceId), () => database.read(countMatchingRuns, search));
  }

  /** The first runs are looked up as they are; those further down come from a list that is made once. */
  async function readWindow(search: RunSearch, { offset, limit, ...request }: RunRequest): Promise<RunRow[]> {
    const terms = request.terms.map((text, index) => readAs(`terms.${index}`, () => parseTerm(text)));
    const content = { workspaceId: search.workspaceId, columns: request.columns, terms };
    if (offset < deepOffset && !needsSets(search)) {
      return database.read(readRunWindow, { search, window: { offset, after: undefined, limit }, content });
    }
    const list = await listOf(search);
    return database.read(readRunRows, { ids: [...list.subarray(offset, offset + limit)], content });
  }

  return {
    /** Problem `invalid-input` with `start` and `end` (characters of the filter) for a mistake in it. */
    async search(
      workspace: WorkspaceScope,
      request: RunRequest,
    ): Promise<{ rows: RunRow[]; matching: number; total: number }> {
      const search = toSearch(workspace, request, clock.nowMs());
      await metrics.settle();
      const [rows, matching, total] = await Promise.all([
        readWindow(search, request),
        count(search),
        count({ ...search, filter: { kind: 'all', terms: [] } }),
      ]);
      return { rows, matching, total };
    },

    /** The keys in use, with how many runs have each. Among many runs the numbers may be some seconds old. */
    async fields(
      workspace: WorkspaceScope,
      /** `undefined`: all of the workspace. */
      experiments: readonly string[] | undefined,
    ): Promise<RunFields> {
      const experimentIds = experiments?.map((id) => keyOf(workspace, id).experimentId);
      const query = { workspaceId: workspace.id, experimentIds };
      await metrics.settle();
      const runs = await count({ ...query, view: 'active', filter: { kind: 'all', terms: [] }, order: [] });
      const read = () => database.read(readRunFields, query);
      return runs < manyRuns ? read() : fields.get(keyOfSearch(query), read);
    },

    /** Problem `not-found` for an unknown run; a deleted one is answered. */
    async details(workspace: WorkspaceScope, runId: string): Promise<RunDetails> {
      await metrics.settle({ workspaceId: workspace.id, runIds: [runId] });
      return database.read(readRunDetails, { workspaceId: workspace.id, runId });
    },

    /** One metric of some runs as small lines; unknown runs are left out. */
    async sparklines(workspace: WorkspaceScope, runIds: readonly string[], key: string) {
      const query = { workspaceId: workspace.id, runIds, key };
      await metrics.settle(query);
      return database.read(readRunSparklines, query);
    },

    /** A foreign protocol's own read of runs: it writes its answer where the rows are. */
    async readAs<I, O>(definition: ReadDefinition<I, O>, input: I): Promise<O> {
      await metrics.settle();
      return database.read(definition, input);
    },

    async compare(
      workspace: WorkspaceScope,
      runIds: readonly string[],
    ): Promise<{ readonly runs: ComparedRun[]; readonly missing: string[] }> {
      await metrics.settle({ workspaceId: workspace.id, runIds });
      return database.read(readComparedRuns, { workspaceId: workspace.id, runIds });
    },
  };
}

/** Problem `invalid-input` for a mistake in the filter or the order. */
export function toSearch(workspace: WorkspaceScope, request: RunQuestion, nowMs: number): RunSearch {
  const { experimentIds } = request;
  return {
    workspaceId: workspace.id,
    experimentIds:
      experimentIds.length === 0
        ? undefined
        : [...new Set(experimentIds.map((id) => keyOf(workspace, id).experimentId))],
    view: request.view,
    // To the second: what is asked for again at once is found in memory.
    filter: readAs('filter', () =>
      settleFilter(
        childrenOf(request.parentRunId, parseStudioFilter(request.filter)),
        Math.floor(nowMs / 1000) * 1000,
      ),
    ),
    order: readOrder(request.orderBy),
    numericParams: true,
  };
}

const parentField = { entity: 'tag', key: parentTag } as const;

/** What a filter finds among the children of a run; of null among runs that are nobody's. */
export function childrenOf(parentRunId: string | null | undefined, filter: AllOf): AllOf {
  if (parentRunId === undefined) return filter;
  const isChild: Comparison =
    parentRunId === null
      ? { kind: 'null', field: parentField, operator: 'IS NULL' }
      : { kind: 'text', field: parentField, operator: '=', value: parentRunId };
  return { kind: 'all', terms: [...filter.terms, isChild] };
}

function readOrder(texts: readonly string[]): readonly OrderTerm[] {
  const terms = texts.map((text, index) => readAs(`orderBy.${index}`, () => parseTermOrder(text)));
  if (new Set(terms.map(printTerm)).size < terms.length) {
    throw new Problem('invalid-input', 'An order may name each term once.', { field: 'orderBy' });
  }
  return terms;
}

/** A mistake in a language of ours as a problem of the field that it stands in. */
export function readAs<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FilterFailure)) throw error;
    const { message, start, end, expected } = error;
    throw new Problem('invalid-input', message, { field, start, end, expected });
  }
}
