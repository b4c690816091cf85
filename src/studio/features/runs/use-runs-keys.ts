import type { RefObject } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import type { RowAccess } from './row-access.ts';
import type { LifecycleView } from './runs-view.model.ts';
import type { RowCursor } from './use-row-cursor.ts';
import type { RunsNews } from './use-runs-news.ts';
import type { Selection } from './use-selection.ts';
import type { Trash } from '#studio/trash/use-trash.ts';

/** Marks the filter's field, so that a key can go to it. */
export const filterFieldId = 'runs-filter';

interface RunsKeys {
  readonly workspace: string;
  readonly lifecycle: LifecycleView;
  readonly cursor: RowCursor;
  readonly selection: Selection;
  readonly trash: Trash;
  readonly news: RunsNews;
  readonly rows: RefObject<RowAccess>;
}

const page = 20;

/** The table by keyboard alone. */
export function useRunsKeys({ workspace, lifecycle, cursor, selection, trash, news, rows }: RunsKeys): void {
  const navigate = useNavigate();
  const { index } = cursor;
  const current = () => (index === undefined ? undefined : rows.current.runAt(index));
  const select = (how: 'toggle' | 'range'): void => {
    if (index !== undefined) selection.select(index, how);
  };
  const toggle = (): void => {
    if (index !== undefined) rows.current.toggle(index);
  };
  const open = (): void => {
    const run = current();
    // A group has no page: it opens in place.
    if (run === undefined) toggle();
    else void navigate(url.run(workspace, run.runId));
  };
  const compare = (): void => {
    if (selection.count === 0) return;
    selection.act((runIds) => void navigate(url.compare(workspace, runIds)));
  };
  const toTrash = (runIds: readonly string[]): void => {
    if (runIds.length === 0) return;
    if (lifecycle === 'deleted') trash.restore(runIds);
    else trash.discard(runIds);
    selection.clear();
  };
  const discard = (): void => {
    const run = current();
    if (selection.count > 0) selection.act(toTrash);
    else if (run !== undefined) toTrash([run.runId]);
  };
  const extend = (step: number) => () => {
    const from = index ?? 0;
    const to = Math.max(0, Math.min(rows.current.count - 1, from + step));
    // What the range begins with is chosen with it.
    if (selection.count === 0) selection.select(from, 'toggle');
    selection.select(to, 'range');
    cursor.set(to);
  };
  const move = (step: number) => () => cursor.move(step);
  const next = move(1);
  const previous = move(-1);
  useKeys('Runs', [
    { keys: 'j', label: 'Next run', run: next },
    { keys: 'k', label: 'Previous run', run: previous },
    { keys: 'ArrowDown', label: 'Next run', run: next },
    { keys: 'ArrowUp', label: 'Previous run', run: previous },
    { keys: 'PageDown', label: `${page} runs on`, run: move(page) },
    { keys: 'PageUp', label: `${page} runs back`, run: move(-page) },
    { keys: 'Home', label: 'First run', run: move(-Infinity) },
    { keys: 'End', label: 'Last run', run: move(Infinity) },
    { keys: 'ArrowRight', label: 'Open or close what is below the row', run: toggle },
    { keys: 'Enter', label: 'Open the run', run: open },
    { keys: 'x', label: 'Select the run, or let it go', run: () => select('toggle') },
    { keys: 'shift+x', label: 'Select all since the last one', run: () => select('range') },
    { keys: 'shift+ArrowDown', label: 'Select on to the next run', run: extend(1) },
    { keys: 'shift+ArrowUp', label: 'Select on to the previous run', run: extend(-1) },
    { keys: 'mod+a', label: 'Select all that match', run: selection.selectAll },
    { keys: 'c', label: 'Compare the selected runs', run: compare },
    {
      keys: 'Delete',
      label: lifecycle === 'deleted' ? 'Restore from the trash' : 'Move to the trash',
      run: discard,
    },
    { keys: 'n', label: 'Let new runs in', run: news.accept },
    { keys: '/', label: 'Filter', run: () => document.getElementById(filterFieldId)?.focus() },
    { keys: 'Escape', label: 'Let go of the selection', run: selection.clear },
  ]);
}
