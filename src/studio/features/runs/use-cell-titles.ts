import type { ColumnLayout } from './column-layout.model.ts';
import { cellDetail } from './cell-text.model.ts';
import type { TableRow } from './fetch-rows.ts';

/**
 * Tells a cell's exact value on hover. Only the cell under the pointer gets a title: to write one into each would cost
 * as much as the cells themselves.
 */
export function useCellTitles(
  runs: ReadonlyMap<number, TableRow>,
  layout: ColumnLayout,
  exact: boolean,
): (event: React.MouseEvent) => void {
  return ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
    const run = runs.get(Number(cell?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? Number.NaN));
    if (cell === null || run === undefined) return;
    const position = Number(cell.getAttribute('aria-colindex')) - 2;
    const column = position < 0 ? layout.name.column : layout.asked[position];
    const title = column === undefined ? '' : cellDetail(run, column, { nowMs: Date.now(), exact });
    if (cell.title !== title) cell.title = title;
  };
}
