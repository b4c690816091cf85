import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSearchChange } from '#studio/address/use-search-change.ts';
import { parseRunsView, type RunsView, writeRunsView } from './runs-view.model.ts';

/**
 * Changes the view in the address. A `step` (filter, sort, experiments) is undone by the browser's back button; a
 * `refine` (selecting, widths) is not worth a step of its own.
 */
export type ChangeRunsView = (change: (view: RunsView) => RunsView, how?: 'step' | 'refine') => void;

export function useRunsView(): readonly [RunsView, ChangeRunsView] {
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const view = useMemo(() => parseRunsView(search), [search]);
  const change = useCallback<ChangeRunsView>(
    (to, how = 'step') =>
      changeSearch((before) => writeRunsView(before, to(parseRunsView(before))), {
        replace: how === 'refine',
        preventScrollReset: true,
      }),
    [changeSearch],
  );
  return [view, change];
}
