import { type RefObject, useMemo, useRef } from 'react';
import { toast } from '#studio/ui/toast.store.ts';
import type { TableRow } from './fetch-rows.ts';
import { rowsBetween, toggleRun, toggleRuns } from './runs-selection.model.ts';
import type { RowCursor } from './use-row-cursor.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

/** The most that an address can well carry. */
const mostSelected = 500;

export interface Selection {
  readonly runIds: readonly string[];
  readonly has: ReadonlySet<string>;
  /** Chooses the run of a row or lets it go; `range`: all rows since the one chosen last. */
  readonly select: (index: number, how: 'toggle' | 'range') => void;
  readonly clear: () => void;
}

/** The chosen runs, kept in the address. */
export function useSelection(
  runIds: readonly string[],
  change: ChangeRunsView,
  cursor: RowCursor,
  rowAt: RefObject<(index: number) => TableRow | undefined>,
): Selection {
  const anchor = useRef<number>(undefined);
  const has = useMemo(() => new Set(runIds), [runIds]);
  const set = (to: (selected: readonly string[]) => readonly string[]): void =>
    change((now) => ({ ...now, selected: limit(to(now.selected)) }), 'refine');
  return {
    runIds,
    has,
    select: (index, how) => {
      const from = how === 'range' ? (anchor.current ?? cursor.index ?? index) : index;
      anchor.current = index;
      const indexes = from === index ? [index] : rowsBetween(from, index);
      const found = indexes.map((each) => rowAt.current(each)?.runId).filter((id) => id !== undefined);
      if (found.length < indexes.length) {
        toast({
          message: `${found.length} of ${indexes.length} rows chosen: the others are not loaded. Choose a shorter range.`,
        });
      }
      const [only] = found;
      if (how === 'toggle' && only !== undefined) set((selected) => toggleRun(selected, only));
      else set((selected) => toggleRuns(selected, found));
    },
    clear: () => {
      anchor.current = undefined;
      set(() => []);
    },
  };
}

function limit(selected: readonly string[]): readonly string[] {
  if (selected.length <= mostSelected) return selected;
  toast({ message: `At most ${mostSelected} runs are chosen at once; the first ${mostSelected} are.` });
  return selected.slice(0, mostSelected);
}
