import { correlationOf } from '#domain/diff/distinguish.ts';
import { meaningOf, toNumber } from '#domain/diff/same-value.ts';
import type { RowOrder } from '../compare-view.model.ts';
import type { CompareCell, CompareRow } from './compare-row.model.ts';

/**
 * Rows in the order asked for: by name, by how much they tell the runs apart, or by how strongly they go with a metric
 * (`outcomes`: what each run reached in it). Rows that nothing can be said of come last.
 */
export function orderRows(
  rows: readonly CompareRow[],
  order: RowOrder,
  outcomes: readonly (number | undefined)[],
): readonly CompareRow[] {
  if (order === 'name') return rows;
  if (order === 'telling') return rows.toSorted((a, b) => b.bits - a.bits);
  const measured = rows.map((row) => ({ ...row, goesWith: goesWith(row.cells, outcomes) }));
  return measured.sort((a, b) => Math.abs(b.goesWith ?? -1e-9) - Math.abs(a.goesWith ?? -1e-9));
}

function goesWith(
  cells: readonly CompareCell[],
  outcomes: readonly (number | undefined)[],
): number | undefined {
  return correlationOf(
    cells.map(({ text, value }, index) => ({
      meaning: text === undefined ? undefined : meaningOf(text),
      value: value ?? toNumber(text ?? ''),
      outcome: outcomes[index],
    })),
  );
}
