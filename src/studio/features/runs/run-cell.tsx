import type { RunRow } from '#contract/runs.ts';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import type { Column } from './column.model.ts';
import { type CellClock, cellText } from './cell-text.model.ts';

/** What a run has in a column: text, save where a sign says more. */
export function runCell(run: RunRow, column: Column, clock: CellClock): React.ReactNode {
  if (column.kind === 'own' && column.name === 'status') return <StatusBadge status={run.status} />;
  return cellText(run, column, clock);
}
