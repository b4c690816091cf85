import type { Feature } from '#domain/importance/binned-column.ts';
import { type Importances, measureImportance } from '#domain/importance/importance.ts';
import type { RunTable } from './run-table.model.ts';

/** Which of the table's other columns explain a term. `undefined` where the runs tell too little. */
export function importanceOf(table: RunTable, term: string): Importances | undefined {
  const target = table.columns.get(term);
  if (target === undefined) return undefined;
  const features: Feature[] = [];
  for (const column of table.columns.values()) {
    if (column.term === term) continue;
    features.push(
      column.kind === 'number'
        ? { name: column.term, kind: 'number', values: Array.from(column.numbers, finite) }
        : { name: column.term, kind: 'text', values: column.texts },
    );
  }
  return measureImportance(features, Array.from(target.numbers, finite));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
