import { all, type SqlValue, type Work } from '#server/ports/database.ts';
import { marks } from './sql-part.ts';

/** Lengths of the lists that statements are prepared for: few, so that prepared statements are used again. */
const sizes = [1, 8, 64, 128] as const;
const largest = 400;

/**
 * Runs a query with an `IN (…)` list of any length, in pieces. `sql` is given the question marks; `more` are
 * parameters that follow the list. A piece that is not full repeats its last value.
 */
export function* inChunks<R>(
  sql: (marks: string) => string,
  values: readonly SqlValue[],
  more: readonly SqlValue[] = [],
): Work<readonly R[]> {
  if (values.length === 0) return [];
  if (values.length <= largest) return yield* piece<R>(sql, values, more);
  const rows: R[] = [];
  for (let at = 0; at < values.length; at += largest) {
    // One by one: a piece may have more rows than a call can have arguments.
    for (const row of yield* piece<R>(sql, values.slice(at, at + largest), more)) rows.push(row);
  }
  return rows;
}

function* piece<R>(
  sql: (marks: string) => string,
  values: readonly SqlValue[],
  more: readonly SqlValue[],
): Work<readonly R[]> {
  const size = sizes.find((each) => each >= values.length) ?? largest;
  const last = values.at(-1) ?? null;
  const filling = Array.from({ length: size - values.length }, () => last);
  return yield* all<R>(sql(marks(size)), [...values, ...filling, ...more]);
}
