import type { RowCursor } from './use-row-cursor.ts';

interface PressActions {
  readonly cursor: RowCursor;
  readonly onSelect: (index: number, how: 'toggle' | 'range') => void;
  readonly onToggle?: (index: number) => void;
}

/** Chooses, opens what is below, or moves the cursor; answers the row whose name was pressed, to open its run. */
export function pressRow(event: React.MouseEvent<HTMLElement>, actions: PressActions): number | undefined {
  const { cursor, onSelect, onToggle } = actions;
  if (!(event.target instanceof Element)) return undefined;
  const row = event.target.closest<HTMLElement>('[data-index]');
  if (row === null) return undefined;
  const index = Number(row.dataset['index']);
  const isBox = event.target.closest('[role=checkbox]') !== null;
  const adds = event.ctrlKey || event.metaKey;
  if (event.target.closest('[data-toggle]') !== null) {
    onToggle?.(index);
    return undefined;
  }
  if (event.target.closest('a[href]') !== null && !event.shiftKey) {
    // The browser opens a new tab by itself.
    if (adds) return undefined;
    event.preventDefault();
    return index;
  }
  if (event.shiftKey) event.preventDefault();
  if (event.shiftKey) onSelect(index, 'range');
  else if (isBox || adds) onSelect(index, 'toggle');
  cursor.set(index);
  return undefined;
}
