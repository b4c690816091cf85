import { useCopy } from '#studio/ui/use-copy.ts';

const steps: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Moves through the cells of a table by arrow keys (from the table itself: to its first cell), and copies: `Enter` or
 * Ctrl C the cell that has the focus, with Shift and Enter its whole row, as a spreadsheet takes it. A cell is a `td`
 * with `data-copy`.
 */
export function useCellCursor(): {
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
  readonly copied: boolean;
} {
  const { copied, copy } = useCopy();
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>): void => {
    const cell = cellOf(event.target);
    const step = steps[event.key];
    if (step !== undefined && (cell !== undefined || event.target === event.currentTarget)) {
      const next =
        cell === undefined
          ? event.currentTarget.querySelector<HTMLElement>('td[data-copy]')
          : neighbour(cell, step);
      if (next === null || next === undefined) return;
      event.preventDefault();
      next.focus();
      return;
    }
    if (cell === undefined || !isCopy(event)) return;
    event.preventDefault();
    copy(event.shiftKey ? rowOf(cell) : (cell.dataset['copy'] ?? ''));
  };
  return { onKeyDown, copied };
}

function isCopy(event: React.KeyboardEvent): boolean {
  if (event.key === 'Enter') return true;
  // What is selected by hand is copied as ever.
  const selects = globalThis.getSelection()?.isCollapsed === false;
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && !selects;
}

function cellOf(target: EventTarget): HTMLTableCellElement | undefined {
  return target instanceof HTMLTableCellElement && target.matches('td[data-copy]') ? target : undefined;
}

function neighbour(
  cell: HTMLTableCellElement,
  [across, down]: readonly [number, number],
): HTMLElement | undefined {
  const table = cell.closest('table');
  const row = cell.parentElement;
  if (table === null || row === null) return undefined;
  // Headings of sections have no cells: they are stepped over.
  const rows = [...table.rows].filter((each) => each.querySelector('td[data-copy]') !== null);
  const at = rows.findIndex((each) => each === row);
  return rows[at + down]?.cells[cell.cellIndex + across];
}

function rowOf(cell: HTMLTableCellElement): string {
  const row = cell.parentElement;
  const heading = row?.querySelector('th')?.textContent ?? '';
  const cells = [...(row?.querySelectorAll<HTMLElement>('td[data-copy]') ?? [])];
  return [heading, ...cells.map((each) => each.dataset['copy'] ?? '')]
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .join('\t');
}
