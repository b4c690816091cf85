import type { OrderTerm } from '#domain/filter/filter-ast.ts';
import { attributeColumns, type KeyIds } from './run-filter.ts';
import type { PositionTerm, RunPosition } from './run-search.types.ts';
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

/** Terms whose key nobody has used order nothing and are left out. */
export function toOrderSql(order: readonly OrderTerm[], keys: KeyIds): readonly OrderSql[] {
  const found: OrderSql[] = [];
  for (const [at, { field, ascending }] of order.entries()) {
    if (field.entity === 'attribute') {
      const value = attributeColumns[field.key] ?? 'NULL';
      const rank = field.key === 'end_time' ? `CASE WHEN ${value} IS NULL THEN 2 ELSE 0 END` : '0';
      found.push({ at, rank, value, ascending, join: undefined, source: undefined });
      continue;
    }
    const keyId = keys.get(field.key);
    if (keyId === undefined || field.entity === 'dataset') continue;
    const keyed = keyedTerm(`o${found.length}`, { table: tables[field.entity], keyId });
    found.push({ at, ascending, ...keyed });
  }
  return found;
}

type Source = NonNullable<OrderSql['source']>;

function keyedTerm(name: string, source: Source): Omit<OrderSql, 'at' | 'ascending'> {
  const { table, keyId } = source;
  const value = table === 'series' ? `${name}.last_value` : `${name}.value`;
  const nan = table === 'series' ? ` WHEN ${name}.last_is_nan = 1 THEN 1` : '';
  const rank = `CASE WHEN ${value} IS NOT NULL THEN 0${nan} ELSE 2 END`;
  const joined = part(`LEFT JOIN ${table} AS ${name} ON ${name}.run = run.id AND ${name}.key_id = ?`, keyId);
  return { rank, value, join: joined, source };
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
