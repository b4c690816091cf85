import type { GroupValue } from '#contract/run-groups.ts';
import type { Field, ValueTerm } from '#domain/filter/filter-ast.ts';
import type { Direction } from '#domain/metric/direction.ts';
import { directionsOf } from '#server/modules/metric-settings/metric-settings.queries.ts';
import { all, defineRead, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { readCodes } from './group-codes.queries.ts';
import { summarizeGroups } from './group-statistics.ts';
import type { MatchContext } from './match-context.ts';
import { readNumbers } from './number-column.queries.ts';
import { withoutBest } from './run-best.queries.ts';
import { keysOf } from './run-keys.queries.ts';
import { keepMatching } from './run-matching.queries.ts';
import { type Partition, refine, wholePartition } from './run-partition.ts';
import type { RunSearch } from './run-search.types.ts';
import { runsInScope } from './scoped-runs.queries.ts';

/** A field, or all parameters but some. */
export type GroupBy = Field | { readonly paramsExcept: readonly string[] };

export interface GroupQuery {
  /** Its order does not matter. */
  readonly search: RunSearch;
  readonly by: readonly GroupBy[];
  readonly terms: readonly ValueTerm[];
  readonly orderBy: GroupOrder | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface GroupOrder {
  readonly term: number;
  readonly of: 'mean' | 'min' | 'max' | 'best';
  readonly ascending: boolean;
}

export interface FoundGroup {
  /** One for each field grouped by; null where the runs have none, and for all parameters. */
  readonly keys: readonly (string | null)[];
  /** All parameters that make the group, where it was made by them. */
  readonly params: Readonly<Record<string, string>> | undefined;
  readonly runs: number;
  readonly values: readonly GroupValue[];
}

export interface FoundGroups {
  readonly groups: readonly FoundGroup[];
  readonly total: number;
  readonly matching: number;
  /** Parameters that were told apart, where any were: those that a group lacks are missing in all its runs. */
  readonly paramKeys: readonly string[];
}

export const readRunGroups = defineRead(
  'runs.groups',
  'long',
  function* (query: GroupQuery): Work<FoundGroups> {
    // The fields and terms are looked up as if they were an order.
    const fields = query.by.flatMap((by) => ('entity' in by ? [by] : []));
    const order = [...query.terms, ...fields.map((field) => ({ field }))].map((term) => ({
      ...term,
      ascending: true,
    }));
    const search = yield* withoutBest({ ...query.search, order });
    const terms = search.order.slice(0, query.terms.length);
    const runs = yield* runsInScope(search);
    const keys = yield* keysOf(search);
    const kept = yield* keepMatching(search, keys, runs);
    const context: MatchContext = { search, keys, runs };
    const { partition, textAt, paramKeys } = yield* divide(query.by, wholePartition(kept), context);
    const sizes = countRuns(partition);
    const columns = yield* readStatistics(query.terms, terms, partition, context);
    const shown = sortGroups(sizes, columns, query.orderBy).slice(query.offset, query.offset + query.limit);
    const examples = shown.map((group) => runs.ids[partition.examples[group] ?? 0] ?? 0);
    const params = paramKeys === undefined ? undefined : yield* paramsOf(examples, new Set(paramKeys));
    const groups = shown.map((group, index): FoundGroup => ({
      keys: textAt.map((text) => text(partition.examples[group] ?? 0)),
      params: params?.get(examples[index] ?? 0),
      runs: sizes[group] ?? 0,
      values: columns.map((column) => column[group]).filter((value) => value !== undefined),
    }));
    const matching = sizes.reduce((sum, size) => sum + size, 0);
    return { groups, total: sizes.length, matching, paramKeys: paramKeys ?? [] };
  },
);

interface Divided {
  readonly partition: Partition;
  /** The text that each key has at a place. */
  readonly textAt: readonly ((place: number) => string | null)[];
  readonly paramKeys: readonly string[] | undefined;
}

function* divide(by: readonly GroupBy[], whole: Partition, context: MatchContext): Work<Divided> {
  let partition = whole;
  let paramKeys: readonly string[] | undefined;
  const textAt: ((place: number) => string | null)[] = [];
  for (const each of by) {
    if ('entity' in each) {
      const { codes, texts } = yield* readCodes(each, context);
      partition = refine(partition, codes);
      textAt.push((place) => texts[(codes[place] ?? 0) - 1] ?? null);
      continue;
    }
    const except = new Set(each.paramsExcept);
    const used = (yield* paramsInUse(context.search.workspaceId)).filter(({ name }) => !except.has(name));
    const keys = new Map(used.map(({ name, id }) => [name, id]));
    const told: string[] = [];
    for (const { name } of used) {
      const { codes } = yield* readCodes({ entity: 'parameter', key: name }, { ...context, keys });
      // One that no run of the groups has tells nothing apart.
      if (!partition.groupOf.some((group, place) => group >= 0 && codes[place] !== 0)) continue;
      partition = refine(partition, codes);
      told.push(name);
    }
    paramKeys = told;
    textAt.push(() => null);
  }
  return { partition, textAt, paramKeys };
}

function* paramsInUse(workspaceId: number): Work<readonly { readonly id: number; readonly name: string }[]> {
  return yield* all(
    `SELECT id, name FROM key_name WHERE EXISTS (
       SELECT 1 FROM param JOIN run ON run.id = param.run
       WHERE param.key_id = key_name.id AND run.workspace_id = ?) ORDER BY name`,
    [workspaceId],
  );
}

function countRuns({ groupOf, examples }: Partition): readonly number[] {
  const sizes = examples.map(() => 0);
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

/** @param settled the same terms, with `best` as another summary */
function* readStatistics(
  terms: readonly ValueTerm[],
  settled: readonly ValueTerm[],
  partition: Partition,
  context: MatchContext,
): Work<readonly (readonly GroupValue[])[]> {
  const metrics = terms.flatMap(({ field }) => (field.entity === 'metric' ? [field.key] : []));
  const directions = yield* directionsOf(context.search.workspaceId, [...new Set(metrics)]);
  const columns: (readonly GroupValue[])[] = [];
  for (const term of settled) {
    const direction: Direction =
      term.field.entity === 'metric' ? (directions.get(term.field.key) ?? 'none') : 'none';
    columns.push(summarizeGroups(partition, yield* readNumbers(term, context), direction));
  }
  return columns;
}

/** Numbers of the groups. Those alike keep the order of their newest runs. */
function sortGroups(
  sizes: readonly number[],
  columns: readonly (readonly GroupValue[])[],
  order: GroupOrder | undefined,
): readonly number[] {
  const groups = [...sizes.keys()];
  const column = order === undefined ? undefined : columns[order.term];
  if (order === undefined || column === undefined) {
    return groups.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  }
  const sign = order.ascending ? 1 : -1;
  return groups.sort((a, b) => {
    const [x, y] = [column[a]?.[order.of] ?? null, column[b]?.[order.of] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
    return x === y ? a - b : (x < y ? -1 : 1) * sign;
  });
}

function* paramsOf(
  runIds: readonly number[],
  names: ReadonlySet<string>,
): Work<ReadonlyMap<number, Readonly<Record<string, string>>>> {
  const rows = yield* inChunks<{ run: number; name: string; value: string }>(
    (marks) => `SELECT run, name, value FROM param JOIN key_name ON key_name.id = param.key_id
      WHERE run IN (${marks}) ORDER BY name`,
    runIds,
  );
  const byRun = Map.groupBy(
    rows.filter(({ name }) => names.has(name)),
    ({ run }) => run,
  );
  return new Map(
    runIds.map((id) => [
      id,
      Object.fromEntries((byRun.get(id) ?? []).map(({ name, value }) => [name, value])),
    ]),
  );
}
