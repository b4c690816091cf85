import { all, type SqlValue, type Work } from '#server/ports/database.ts';

/** Lengths of the lists that statements are prepared for: few, so that prepared statements are used again. */
const sizes = [1, 8, 64] as const;
const largest = 400;

/**
 * Runs a query with an `IN (…)` list of any length, in pieces. `sql` is given the question marks; `more` are
 * parameters that follow the list. A piece that is not full repeats its last value.
 */
export function* inChunks<R>(
  sql: (marks: string) => string,
  values: readonly SqlValue[],
  more: readonly SqlValue[] = [],
): Work<R[]> {
  const rows: R[] = [];
  for (let at = 0; at < values.length;) {
    const left = values.length - at;
    const size = sizes.find((each) => each >= left) ?? largest;
    const piece = values.slice(at, at + size);
    const last = piece.at(-1) ?? null;
    while (piece.length < size) piece.push(last);
    rows.push(...(yield* all<R>(sql(marksOf(size)), [...piece, ...more])));
    at += size;
  }
  return rows;
}

function marksOf(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
