import type { OrderTerm } from '#domain/filter/filter-ast.ts';
import { attributeColumns, type KeyIds, summaryColumn } from './run-filter.ts';
import type { PositionTerm, RunPosition, RunSearch } from './run-search.types.ts';
import { join, part, type SqlPart } from '#server/sql/sql-part.ts';

/** One term of an order as SQL. */
export interface OrderSql {
  /** Which term of the wanted order it is: positions have a place for each, also for those left out. */
  readonly at: number;
  /** 0: a value, 1: NaN, 2: none. Always ascending, so that numbers come first in both directions. */
  readonly rank: string;
  readonly value: string;
  readonly ascending: boolean;
  /** Brings the value to the run; `undefined` for a column of `run` itself. */
  readonly join: SqlPart | undefined;
  /** The keyed values in their own order: where a search may begin when it wants few runs. */
  readonly source: { readonly table: 'series' | 'param' | 'tag'; readonly keyId: number } | undefined;
}

const tables = { metric: 'series', parameter: 'param', tag: 'tag' } as const;

/** Whether a database knows the order by itself: what only the points of a metric tell it does not. */
export function isSqlOrder(order: readonly OrderTerm[]): boolean {
  return order.every(({ summary }) => summary !== 'at');
}

/** Terms whose key nobody has used order nothing and are left out. `best` has become another summary by now. */
export function toOrderSql(
  { order, numericParams = false }: Pick<RunSearch, 'order' | 'numericParams'>,
  keys: KeyIds,
): readonly OrderSql[] {
  let joins = 0;
  return order.flatMap((term, at): readonly OrderSql[] => {
    const { field, ascending } = term;
    if (field.entity === 'attribute') {
      return [{ at, ascending, ...attributeTerm(field.key), join: undefined, source: undefined }];
    }
    const keyId = keys.get(field.key);
    if (keyId === undefined || field.entity === 'dataset') return [];
    const source = { table: tables[field.entity], keyId };
    const name = `o${joins}`;
    joins += 1;
    const joined = part(
      `LEFT JOIN ${source.table} AS ${name} ON ${name}.run = run.id AND ${name}.key_id = ?`,
      keyId,
    );
    if (field.entity === 'metric') {
      const isLast = term.summary === undefined;
      return [
        { at, ascending, ...metricTerm(term, name), join: joined, source: isLast ? source : undefined },
      ];
    }
    const text = { at, ascending, rank: rankOf(`${name}.value`), value: `${name}.value` };
    if (field.entity === 'tag' || !numericParams) return [{ ...text, join: joined, source }];
    const value = `${name}.value_number`;
    const rank = `CASE WHEN ${value} IS NOT NULL THEN 0 WHEN ${name}.value IS NOT NULL THEN 1 ELSE 2 END`;
    return [
      { at, ascending, rank, value, join: joined, source },
      { ...text, join: undefined, source: undefined },
    ];
  });
}

function rankOf(value: string): string {
  return `CASE WHEN ${value} IS NOT NULL THEN 0 ELSE 2 END`;
}

function attributeTerm(key: string): Pick<OrderSql, 'rank' | 'value'> {
  const value = attributeColumns[key] ?? 'NULL';
  return { value, rank: key === 'end_time' || key === 'duration' ? rankOf(value) : '0' };
}

function metricTerm({ summary }: OrderTerm, name: string): Pick<OrderSql, 'rank' | 'value'> {
  const { value, isNan = '0' } = summaryColumn(summary, name) ?? { value: 'NULL' };
  const nan = isNan === '0' ? '' : ` WHEN ${isNan} = 1 THEN 1`;
  const missing = summary === undefined ? '' : ` WHEN ${name}.run IS NULL THEN 2`;
  return {
    value,
    rank: `CASE${missing} WHEN ${value} IS NOT NULL THEN 0${nan} ELSE 2 END`,
  };
}

/** The terms for a search that meets only runs with a value for the first one. */
export function walkedOrder([first, ...rest]: readonly OrderSql[]): readonly OrderSql[] {
  return first === undefined ? [] : [{ ...first, rank: '0', join: undefined }, ...rest];
}

/** The terms for ORDER BY, the tie-breakers included. */
export function orderBy(terms: readonly OrderSql[]): string {
  const own = terms.flatMap(({ rank, value, ascending }) => [
    ...(rank === '0' ? [] : [rank]),
    `${value} ${ascending ? 'ASC' : 'DESC'}`,
  ]);
  return [...own, 'run.started_at_ms DESC', 'run.run_id'].join(', ');
}

/** The place in an order of a run without a value. */
export const unvalued: PositionTerm = { rank: 2, value: null };

interface Step {
  readonly same: SqlPart;
  readonly later: SqlPart;
}

/** The condition that a run stands behind a position. */
export function behind(position: RunPosition, terms: readonly OrderSql[]): SqlPart {
  const steps: Step[] = terms.map((term) => {
    // A key that was first used since the position was taken: the run there had none.
    const { rank, value } = position.terms[term.at] ?? unvalued;
    if (rank !== 0 || value === null) {
      return { same: part(`${term.rank} = ?`, rank), later: part(`${term.rank} > ?`, rank) };
    }
    const past = `${term.value} ${term.ascending ? '>' : '<'} ?`;
    return {
      same: part(`${term.value} = ?`, value),
      later: term.rank === '0' ? part(past, value) : part(`(${term.rank} > 0 OR ${past})`, value),
    };
  });
  steps.push(
    {
      same: part('run.started_at_ms = ?', position.startedAtMs),
      later: part('run.started_at_ms < ?', position.startedAtMs),
    },
    { same: part('run.run_id = ?', position.runId), later: part('run.run_id > ?', position.runId) },
  );
  const cases = steps.map(({ later }, index) => {
    const all = join([...steps.slice(0, index).map(({ same }) => same), later], ' AND ');
    return part(`(${all.sql})`, ...all.params);
  });
  const either = join(cases, ' OR ');
  return part(`(${either.sql})`, ...either.params);
}
