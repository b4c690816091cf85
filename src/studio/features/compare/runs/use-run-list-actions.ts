import { useMemo } from 'react';
import { toggleHidden, toggleSolo, withoutRuns } from '../compare-selection.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import type { RunListActions } from './run-list-item.tsx';
import type { RunSelection } from './use-run-selection.ts';

interface Known {
  /** All runs compared, in their order. */
  readonly ids: readonly string[];
  readonly baseline: string | undefined;
  readonly selection: RunSelection;
  readonly onChange: ChangeCompareView;
}

/** What one can do with a run of the list. */
export function useRunListActions({ ids, baseline, selection, onChange }: Known): RunListActions {
  return useMemo(
    () => ({
      onToggle: (runId, solo) =>
        onChange((now) => (solo ? toggleSolo(now, ids, runId) : toggleHidden(now, runId))),
      onBaseline: (runId) => onChange((now) => ({ ...now, baseline: baseline === runId ? null : runId })),
      onRemove: (runId) => onChange((now) => withoutRuns(now, ids, [runId])),
      onSelect: (runId, range) => {
        if (range && selection.last !== undefined) {
          selection.set([...new Set([...selection.selected, ...between(ids, selection.last, runId)])]);
        } else selection.toggle(runId);
      },
    }),
    [ids, baseline, selection, onChange],
  );
}

/** All from one to another, the latter last: the next range begins there. */
function between(ids: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  if (a < 0 || b < 0) return [to];
  return a <= b ? ids.slice(a, b + 1) : ids.slice(b, a + 1).reverse();
}
