import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSearchChange } from '#studio/address/use-search-change.ts';
import { type CompareView, parseCompareView, writeCompareView } from './compare-view.model.ts';

export type ChangeCompareView = (change: (view: CompareView) => CompareView, how?: 'step' | 'refine') => void;

/** What is compared and how, kept in the address; the back button undoes each `step`, but no `refine` (typing). */
export function useCompareView(): readonly [CompareView, ChangeCompareView] {
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const view = useMemo(() => parseCompareView(search), [search]);
  const change = useCallback<ChangeCompareView>(
    (to, how = 'step') =>
      changeSearch((before) => writeCompareView(before, to(parseCompareView(before))), {
        replace: how === 'refine',
        preventScrollReset: true,
      }),
    [changeSearch],
  );
  return [view, change];
}
