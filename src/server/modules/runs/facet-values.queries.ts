import type { RunFacet } from '#contract/run-facets.ts';
import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { toParamNumber } from '#domain/param-number.ts';
import { all, first, type Work } from '#server/ports/database.ts';
import { part, type SqlPart } from '#server/sql/sql-part.ts';
import { numberHistogram, timeHistogram } from './facet-histogram.ts';
import type { MatchContext } from './match-context.ts';
import { readNumbers } from './number-column.queries.ts';
import { attributeColumns } from './run-filter.ts';
import { scopeOf } from './run-plan.ts';
import { parseIds } from './scoped-runs.queries.ts';

export interface FacetWanted {
  readonly term: ValueTerm;
  /** A 1 at the place of each run to count. */
  readonly kept: Uint8Array;
  readonly limit: number;
  readonly context: MatchContext;
}

export function* readFacet(wanted: FacetWanted): Work<RunFacet> {
  const { field, summary } = wanted.term;
  const isTime = field.entity === 'attribute' && ['start_time', 'end_time', 'duration'].includes(field.key);
  if (summary !== undefined || field.entity === 'metric' || isTime) return yield* numbersFacet(wanted);
  return yield* valuesFacet(wanted);
}

function* numbersFacet({ term, kept, context }: FacetWanted): Work<RunFacet> {
  const { has, values } = yield* readNumbers(term, context);
  const numbers = values.filter((_value, at) => has[at] === 1 && kept[at] === 1);
  const isTime = term.field.entity === 'attribute' && term.field.key.endsWith('_time');
  return {
    term: printTerm(term),
    runs: numbers.length,
    distinct: null,
    values: [],
    histogram: isTime ? timeHistogram(numbers) : numberHistogram(numbers),
  };
}

interface Group {
  readonly value: string;
  readonly runs: number;
}

function* valuesFacet(wanted: FacetWanted): Work<RunFacet> {
  const { term, limit } = wanted;
  const groups = (yield* readGroups(wanted)).filter(({ runs }) => runs > 0);
  groups.sort((a, b) => b.runs - a.runs || (a.value < b.value ? -1 : 1));
  const isKeyed = term.field.entity === 'parameter' || term.field.entity === 'tag';
  return {
    term: printTerm(term),
    runs: groups.reduce((sum, { runs }) => sum + runs, 0),
    distinct: groups.length,
    values: groups.slice(0, limit),
    histogram: isKeyed && groups.length > limit ? histogramOf(groups) : null,
  };
}

/** Where all values are numbers. */
function histogramOf(groups: readonly Group[]): RunFacet['histogram'] {
  const numbers: number[] = [];
  for (const { value, runs } of groups) {
    const number = toParamNumber(value);
    if (number === undefined) return null;
    for (let count = 0; count < runs; count += 1) numbers.push(number);
  }
  return numberHistogram(numbers);
}

function* readGroups({ term: { field }, kept, context }: FacetWanted): Work<Group[]> {
  if (field.entity === 'attribute') return yield* attributeGroups(field.key, kept, context);
  const keyId = context.keys.get(field.key);
  if (keyId === undefined || field.entity === 'dataset') return [];
  const table = field.entity === 'tag' ? 'tag' : 'param';
  const rows = part(`SELECT value, run AS id FROM ${table} WHERE key_id = ?`, keyId);
  return yield* countGroups(rows, kept, context);
}

/** One scan of an index, its runs by value. */
function* countGroups({ sql, params }: SqlPart, kept: Uint8Array, context: MatchContext): Work<Group[]> {
  const rows = yield* all<{ value: string; ids: string }>(
    `SELECT value AS "value", string_agg(CAST(id AS TEXT), ',') AS "ids" FROM (${sql}) AS found GROUP BY value`,
    params,
  );
  return rows.map(({ value, ids }) => {
    let runs = 0;
    for (const id of parseIds(ids)) if (kept[context.runs.places[id] ?? -1] === 1) runs += 1;
    return { value, runs };
  });
}

/** What most runs have is what remains when all others are counted: their runs are not read. */
function* attributeGroups(key: string, kept: Uint8Array, context: MatchContext): Work<Group[]> {
  const column = key === 'experiment' ? 'run.experiment_id' : (attributeColumns[key] ?? 'NULL');
  const usual = yield* usualValue(key, column, context);
  if (usual === undefined) return [];
  const where = scopeOf(context.search, key === 'status' ? 'status' : 'none');
  const others = yield* countGroups(
    part(
      `SELECT ${column} AS value, run.id AS id FROM run WHERE ${where.sql} AND ${column} <> ?`,
      ...where.params,
      usual,
    ),
    kept,
    context,
  );
  let rest = 0;
  for (const each of kept) rest += each;
  for (const { runs } of others) rest -= runs;
  const groups = [...others, { value: usual, runs: rest }];
  const names = key === 'experiment' ? yield* experimentNames(context) : undefined;
  return groups.map(({ value, runs }) => ({ value: names?.get(String(value)) ?? String(value), runs }));
}

/** A value that many runs have, found without reading them. */
function* usualValue(
  key: string,
  column: string,
  { search, runs }: MatchContext,
): Work<string | number | undefined> {
  const newest = runs.ids[0];
  if (newest === undefined) return undefined;
  if (key === 'experiment') {
    const most = yield* first<{ id: number }>(
      `SELECT experiment.id AS "id" FROM experiment WHERE experiment.workspace_id = ?
       ORDER BY (SELECT COUNT(*) FROM run WHERE run.experiment_id = experiment.id) DESC LIMIT 1`,
      [search.workspaceId],
    );
    return most?.id;
  }
  const where = scopeOf(search, 'status');
  const found =
    key === 'status'
      ? yield* first<{ value: string }>(
          `SELECT run.status AS "value" FROM run WHERE ${where.sql} GROUP BY run.status ORDER BY COUNT(*) DESC LIMIT 1`,
          where.params,
        )
      : yield* first<{ value: string }>(`SELECT ${column} AS "value" FROM run WHERE run.id = ?`, [newest]);
  return found?.value;
}

function* experimentNames({ search }: MatchContext): Work<ReadonlyMap<string, string>> {
  const names = yield* all<{ id: number; name: string }>(
    `SELECT id, name FROM experiment WHERE workspace_id = ?`,
    [search.workspaceId],
  );
  return new Map(names.map(({ id, name }) => [String(id), name]));
}
