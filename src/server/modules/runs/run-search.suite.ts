import type { AllOf, Comparison, OrderTerm, PlainFilter } from '#domain/filter/filter-ast.ts';
import { type FilterSubject, matchesFilter } from '#domain/filter/filter-matches.ts';
import { printFilter, printTerm } from '#domain/filter/filter-print.ts';
import { settleFilter } from '#domain/filter/settle-filter.ts';
import { isPlainFilter, parseStudioFilter } from '#domain/filter/studio-parse.ts';
import { studioFilter } from '#domain/filter/studio-filter.suite.ts';
import { toParamNumber } from '#domain/param-number.ts';
import { all, type Database, defineRead } from '#server/ports/database.ts';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRunGroups } from './run-groups.queries.ts';
import { listAllRuns } from './run-list.queries.ts';
import { isSqlOrder } from './run-order.ts';
import { countMatchingRuns, findRunIds } from './run-search.queries.ts';
import type { RunPosition, RunSearch } from './run-search.types.ts';
import { type InventedRun, toSubject, worldWorkspaceId } from './run-world.suite.ts';

const keys = ['a', 'loss', 'c'];
const texts = ['', '1', '0.5', '-1e0', 'adam', 'ADAM', 'sgd', 'a_b', '50%', 'a\\b', "it's", 'é'];
const numbers = [-1, 0, 0.5, 1, 2, Infinity, -Infinity];

const invented: fc.Arbitrary<readonly InventedRun[]> = fc
  .array(
    fc.record({
      experimentId: fc.constantFrom(1, 1, 2),
      lifecycle: fc.constantFrom('active', 'active', 'deleted'),
      name: fc.constantFrom(...texts),
      status: fc.constantFrom('RUNNING', 'FINISHED', 'FAILED'),
      startedAtMs: fc.integer({ min: 1, max: 4 }),
      endedAtMs: fc.constantFrom(null, 5, 6),
      metrics: fc.dictionary(
        fc.constantFrom('a', 'loss'),
        fc.array(fc.constantFrom(...numbers, Number.NaN), { minLength: 1, maxLength: 3 }),
      ),
      params: fc.dictionary(fc.constantFrom('a', 'loss'), fc.constantFrom(...texts)),
      tags: fc.dictionary(fc.constantFrom('a', 'loss'), fc.constantFrom(...texts)),
      datasets: fc.array(
        fc.record({
          name: fc.constantFrom('iris', 'mnist'),
          digest: fc.constantFrom('1', '2'),
          context: fc.constantFrom(null, 'training', 'eval'),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 12 },
  )
  .map((runs) => runs.map((each, index) => ({ ...each, runId: `r${(index * 7) % 13}` })));

const text = fc.constantFrom(...texts, 'a%', '%d%', '_dam', '%\\%', 'iris', 'training', '1', 'r0', 'RUNNING');
const keyed = fc.record({ entity: fc.constantFrom('parameter', 'tag'), key: fc.constantFrom(...keys) });
const wordy = fc.oneof(
  keyed,
  fc.record({
    entity: fc.constant('attribute'),
    key: fc.constantFrom('run_name', 'status', 'run_id', 'user_id'),
  }),
  fc.record({ entity: fc.constant('dataset'), key: fc.constantFrom('name', 'digest', 'context') }),
);
const numeric = fc.oneof(
  fc.record({ entity: fc.constant('metric'), key: fc.constantFrom(...keys) }),
  fc.record({ entity: fc.constant('attribute'), key: fc.constantFrom('start_time', 'end_time') }),
);
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    kind: fc.constant('number'),
    field: numeric,
    operator: fc.constantFrom('=', '!=', '>', '>=', '<', '<='),
    value: fc.constantFrom(...numbers, 2.5, 1e30),
  }),
  fc.record({
    kind: fc.constant('text'),
    field: wordy,
    operator: fc.constantFrom('=', '!=', 'LIKE', 'ILIKE'),
    value: text,
  }),
  fc.record({
    kind: fc.constant('list'),
    field: fc.oneof(
      fc.constant({ entity: 'attribute', key: 'run_id' } as const),
      fc.record({ entity: fc.constant('dataset'), key: fc.constantFrom('name', 'context') }),
    ),
    operator: fc.constantFrom('IN', 'NOT IN'),
    items: fc.array(fc.record({ value: fc.constantFrom('r0', 'r7', 'iris', 'training') }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ kind: fc.constant('null'), field: keyed, operator: fc.constantFrom('IS NULL', 'IS NOT NULL') }),
);
const plain: fc.Arbitrary<PlainFilter> = fc.record({
  kind: fc.constant('all'),
  terms: fc.array(comparison, { maxLength: 3 }),
});
const plainTerm: fc.Arbitrary<OrderTerm> = fc.record({
  field: fc.oneof(
    fc.record({ entity: fc.constantFrom('metric', 'parameter', 'tag'), key: fc.constantFrom(...keys) }),
    fc.record({
      entity: fc.constant('attribute'),
      key: fc.constantFrom('start_time', 'end_time', 'run_name', 'status', 'run_id', 'duration'),
    }),
  ),
  ascending: fc.boolean(),
});
const summaryTerm: fc.Arbitrary<OrderTerm> = fc.record({
  field: fc.record({ entity: fc.constant('metric'), key: fc.constantFrom(...keys) }),
  summary: fc.constantFrom('min', 'max', 'mean', 'first', 'best', 'count', 'has_nan'),
  ascending: fc.boolean(),
});
const stepTerm: fc.Arbitrary<OrderTerm> = fc.record({
  field: fc.record({ entity: fc.constant('metric'), key: fc.constantFrom(...keys) }),
  summary: fc.constant('at'),
  step: fc.constantFrom(0, 1, 2),
  ascending: fc.boolean(),
});
const orderOf = (term: fc.Arbitrary<OrderTerm>): fc.Arbitrary<readonly OrderTerm[]> =>
  fc.uniqueArray(term, { maxLength: 2, selector: printTerm });
interface Asked extends Omit<RunSearch, 'filter'> {
  readonly filter: AllOf;
}
const askedWith = (filter: fc.Arbitrary<AllOf>, order: fc.Arbitrary<OrderTerm>): fc.Arbitrary<Asked> =>
  fc.record({
    workspaceId: fc.constant(worldWorkspaceId),
    experimentIds: fc.constantFrom(undefined, [1], [1, 2], [2, 9], []),
    view: fc.constantFrom('active', 'deleted', 'all'),
    filter,
    order: orderOf(order),
    numericParams: fc.boolean(),
  });
const asked = fc.oneof(
  askedWith(plain, plainTerm),
  askedWith(
    studioFilter({ keys, texts, numbers, plain: comparison }),
    fc.oneof(plainTerm, summaryTerm, stepTerm),
  ),
);
/** The end of all invented runs' times. */
const nowMs = 6;

function valueOf(subject: FilterSubject, term: OrderTerm): string | number | undefined {
  const { field } = term;
  if (term.summary !== undefined) return subject.summary(term);
  return field.entity === 'dataset' ? undefined : subject[field.entity](field.key);
}

/** Numbers and texts first, then NaN, then what is missing, whatever the direction. */
function compareBy(term: OrderTerm, a: FilterSubject, b: FilterSubject, numericParams: boolean): number {
  const [x, y] = [valueOf(a, term), valueOf(b, term)];
  const sign = term.ascending ? 1 : -1;
  const rank = (value: string | number | undefined) =>
    value === undefined ? 2 : Number.isNaN(value) ? 1 : 0;
  if (rank(x) !== rank(y)) return rank(x) - rank(y);
  if (x === undefined || y === undefined || x === y || rank(x) === 1) return 0;
  if (numericParams && term.field.entity === 'parameter') {
    const [p, q] = [toParamNumber(String(x)), toParamNumber(String(y))];
    if ((p === undefined) !== (q === undefined)) return p === undefined ? 1 : -1;
    if (p !== undefined && q !== undefined && p !== q) return (p < q ? -1 : 1) * sign;
  }
  return (x < y ? -1 : 1) * sign;
}

/** What the search means, without a database. */
function searchNaively(runs: readonly InventedRun[], wanted: Asked): readonly string[] {
  const { experimentIds, view } = wanted;
  return runs
    .filter((each) => experimentIds === undefined || experimentIds.includes(each.experimentId))
    .filter((each) => view === 'all' || each.lifecycle === view)
    .map((each) => ({ run: each, subject: toSubject(each) }))
    .filter(({ subject }) => matchesFilter(wanted.filter, subject, nowMs))
    .sort((a, b) => {
      for (const term of wanted.order) {
        const compared = compareBy(term, a.subject, b.subject, wanted.numericParams ?? false);
        if (compared !== 0) return compared;
      }
      return b.run.startedAtMs - a.run.startedAtMs || (a.run.runId < b.run.runId ? -1 : 1);
    })
    .map((each) => each.run.runId);
}

async function readPages(
  database: Database,
  wanted: RunSearch,
  mostCounted: number,
): Promise<readonly number[]> {
  const limit = 2;
  const found: number[] = [];
  let after: RunPosition | undefined;
  for (;;) {
    const page = await database.read(findRunIds, {
      search: wanted,
      window: { offset: 0, after, limit },
      mostCounted,
    });
    found.push(...page.ids);
    if (!page.more) return found;
    after = page.last;
  }
}

/** What an opened world is: a database with these runs, and how to leave it. */
export type OpenWorld = (
  runs: readonly InventedRun[],
) => Promise<{ readonly database: Database; close(): Promise<void> }>;

/** Small worlds of runs and searches in them: what the database finds is what the filter and the order mean. */
export function runSearchSuite(name: string, open: OpenWorld, worlds: number, skipReason?: string): void {
  const title = skipReason === undefined ? name : `${name} (skipped: ${skipReason})`;
  it.skipIf(skipReason !== undefined)(
    `${title}: finds what is meant, page by page, at any offset, as a list, and counts it`,
    async () => {
      await fc.assert(
        fc.asyncProperty(
          invented,
          fc.array(asked, { minLength: 4, maxLength: 8 }),
          async (runs, searches) => {
            const { database, close } = await open(runs);
            for (const wanted of searches) await checkSearch(database, runs, wanted);
            await close();
          },
        ),
        { numRuns: worlds },
      );
    },
    120_000,
  );
}

async function checkSearch(database: Database, runs: readonly InventedRun[], wanted: Asked): Promise<void> {
  const ids = searchNaively(runs, wanted);
  const runIdOf = await readRunIds(database);
  const named = (found: Iterable<number>) => [...found].map((id) => runIdOf.get(id));
  // What is printed and read again is what was meant, too.
  const read = parseStudioFilter(printFilter(wanted.filter));
  const search = { ...wanted, filter: settleFilter(read, nowMs) };
  const isPlain =
    isPlainFilter(printFilter(wanted.filter)) && isSqlOrder(wanted.order) && wanted.numericParams !== true;
  for (const mostCounted of isPlain ? [0, 2, 1000] : []) {
    expect(named(await readPages(database, search, mostCounted))).toEqual(ids);
  }
  const window = { offset: 3, after: undefined, limit: 4 };
  const later = await database.read(findRunIds, { search, window, mostCounted: 0 });
  expect(named(later.ids)).toEqual(ids.slice(3, 7));
  expect(named(await database.read(listAllRuns, search))).toEqual(ids);
  await expect(database.read(countMatchingRuns, search)).resolves.toBe(ids.length);
  await checkGroups(database, runs, search, ids);
}

/** Every run that matches is in the one group of its status and parameter. */
async function checkGroups(
  database: Database,
  runs: readonly InventedRun[],
  search: RunSearch,
  ids: readonly string[],
): Promise<void> {
  const found = await database.read(readRunGroups, {
    search,
    by: [
      { entity: 'attribute', key: 'status' },
      { entity: 'parameter', key: 'a' },
    ],
    terms: [{ field: { entity: 'metric', key: 'loss' }, summary: 'count' }],
    orderBy: undefined,
    offset: 0,
    limit: 1000,
  });
  const members = runs.filter(({ runId }) => ids.includes(runId));
  const expected = Map.groupBy(members, ({ status, params }) =>
    JSON.stringify([status, params['a'] ?? null]),
  );
  const sizes = found.groups.map((group) => [JSON.stringify(group.keys), group.runs] as const);
  expect(new Map(sizes)).toEqual(new Map([...expected].map(([key, group]) => [key, group.length])));
  const withLoss = members.filter(({ metrics }) => metrics['loss'] !== undefined).length;
  expect(found.groups.reduce((sum, { values }) => sum + (values[0]?.n ?? 0), 0)).toBe(withLoss);
}

const allRunIds = defineRead('tests.run-ids', 'short', function* (_input: undefined) {
  return yield* all<{ id: number; runId: string }>(`SELECT id, run_id AS "runId" FROM run`);
});

async function readRunIds(database: Database): Promise<ReadonlyMap<number, string>> {
  const rows = await database.read(allRunIds, undefined);
  return new Map(rows.map(({ id, runId }) => [id, runId]));
}
