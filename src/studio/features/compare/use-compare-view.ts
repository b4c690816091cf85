import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSearchChange } from '#studio/address/use-search-change.ts';
import { type CompareView, parseCompareView, writeCompareView } from './compare-view.model.ts';

export type ChangeCompareView = (change: (view: CompareView) => CompareView) => void;

/** What is compared and how, kept in the address; the back button undoes each change. */
export function useCompareView(): readonly [CompareView, ChangeCompareView] {
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const view = useMemo(() => parseCompareView(search), [search]);
  const change = useCallback<ChangeCompareView>(
    (to) =>
      changeSearch((before) => writeCompareView(before, to(parseCompareView(before))), {
        preventScrollReset: true,
      }),
    [changeSearch],
  );
  return [view, change];
}
