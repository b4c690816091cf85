import type { GroupKey, RunGroup } from '#contract/run-groups.ts';
import { Problem } from '#contract/problem.ts';
import type { AllOf, Comparison, Field, FilterNode } from '#domain/filter/filter-ast.ts';
import { maxClauses } from '#domain/filter/filter-parse.ts';
import { isPrintable, printFilter, printTerm } from '#domain/filter/filter-print.ts';
import { parseStudioFilter } from '#domain/filter/studio-parse.ts';
import { parseTerm } from '#domain/filter/term-parse.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import type { Ports } from '#server/ports/ports.ts';
import {
  type FoundGroup,
  type FoundGroups,
  type GroupBy,
  type GroupOrder,
  readRunGroups,
} from './run-groups.queries.ts';
import { childrenOf, readAs, type RunQuestion, toSearch } from './run-search.service.ts';

export interface GroupsRequest extends Omit<RunQuestion, 'orderBy'> {
  readonly by: readonly GroupKey[];
  readonly terms: readonly string[];
  readonly orderBy?: GroupOrder | undefined;
  readonly offset: number;
  readonly limit: number;
}

export type RunGroupsService = ReturnType<typeof createRunGroupsService>;

/** Runs in groups, each of which a filter finds again. */
export function createRunGroupsService(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  metrics: Pick<MetricsService, 'settle'>,
) {
  return {
    /** Problem `invalid-input` for a mistake in the filter, a key or a term, with its place. */
    async groups(workspace: WorkspaceScope, request: GroupsRequest) {
      const by = request.by.map((key, index) => readAs(`by.${index}`, () => toGroupBy(key, `by.${index}`)));
      const terms = request.terms.map((text, index) => readAs(`terms.${index}`, () => parseTerm(text)));
      const { orderBy, offset, limit } = request;
      if (orderBy !== undefined && orderBy.term >= terms.length) {
        throw new Problem('invalid-input', 'The order names a term that was not asked for.', {
          field: 'orderBy',
        });
      }
      const search = toSearch(workspace, { ...request, orderBy: [] }, clock.nowMs());
      await metrics.settle();
      const found = await database.read(readRunGroups, { search, by, terms, orderBy, offset, limit });
      const asked = childrenOf(request.parentRunId, parseStudioFilter(request.filter));
      return {
        groups: found.groups.map((group) => toGroup(group, by, found, asked)),
        total: found.total,
        matching: found.matching,
      };
    },
  };
}

function toGroupBy(key: GroupKey, field: string): GroupBy {
  if (typeof key !== 'string') return key;
  const term = parseTerm(key);
  const { entity } = term.field;
  if (entity === 'parameter' || entity === 'tag' || entity === 'attribute') return term.field;
  throw new Problem(
    'invalid-input',
    `Runs are grouped by parameters, tags and attributes, not by '${printTerm(term)}'.`,
    { field },
  );
}

function toGroup(
  group: FoundGroup,
  by: readonly GroupBy[],
  { groups, paramKeys }: FoundGroups,
  asked: AllOf,
): RunGroup {
  const { keys, params, runs, values } = group;
  return {
    keys: [...keys],
    ...(params === undefined ? {} : { params: onlyDifferent(params, groups) }),
    runs,
    values: [...values],
    filter: filterOf(group, by, paramKeys, asked),
  };
}

function onlyDifferent(params: Readonly<Record<string, string>>, groups: readonly FoundGroup[]) {
  const isShared = (key: string, value: string) => groups.every((each) => valueOf(each, key) === value);
  return Object.fromEntries(
    Object.entries(params).filter(([key, value]) => groups.length === 1 || !isShared(key, value)),
  );
}

/** The value of one of the parameters that made the group; a name such as `constructor` is none unless it is there. */
function valueOf({ params }: FoundGroup, key: string): string | null {
  return params !== undefined && Object.hasOwn(params, key) ? (params[key] ?? null) : null;
}

/** The longest filter that a search takes, in characters. */
const longestFilter = 20_000;

function filterOf(
  group: FoundGroup,
  by: readonly GroupBy[],
  paramKeys: readonly string[],
  asked: AllOf,
): string | null {
  const terms = by.flatMap((each, index): readonly Comparison[] => {
    if ('entity' in each) return [isValue(each, group.keys[index] ?? null)];
    return paramKeys.map((key) => isValue({ entity: 'parameter', key }, valueOf(group, key)));
  });
  if (countConditions(asked) + terms.length > maxClauses) return null;
  const texts = terms.flatMap((term) => [term.field.key, ...(term.kind === 'text' ? [term.value] : [])]);
  if (!texts.every(isPrintable)) return null;
  const filter = printFilter({ kind: 'all', terms: [...asked.terms, ...terms] });
  return filter.length <= longestFilter ? filter : null;
}

function countConditions(node: FilterNode): number {
  if (node.kind === 'not') return countConditions(node.term);
  if (node.kind !== 'all' && node.kind !== 'any') return 1;
  return node.terms.reduce((count, term) => count + countConditions(term), 0);
}

const numericAttributes: ReadonlySet<string> = new Set(['start_time', 'end_time', 'duration']);

function isValue(field: Field, value: string | null): Comparison {
  if (value === null) return { kind: 'null', field, operator: 'IS NULL' };
  if (field.entity === 'attribute' && numericAttributes.has(field.key)) {
    return { kind: 'number', field, operator: '=', value: Number(value) };
  }
  return { kind: 'text', field, operator: '=', value };
}
