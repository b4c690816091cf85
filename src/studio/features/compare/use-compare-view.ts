import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type CompareView, parseCompareView, writeCompareView } from './compare-view.model.ts';

export type ChangeCompareView = (change: (view: CompareView) => CompareView) => void;

/** What is compared and how, kept in the address; the back button undoes each change. */
export function useCompareView(): readonly [CompareView, ChangeCompareView] {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => parseCompareView(search), [search]);
  const change = useCallback<ChangeCompareView>(
    (to) =>
      setSearch((before) => writeCompareView(before, to(parseCompareView(before))), {
        preventScrollReset: true,
      }),
    [setSearch],
  );
  return [view, change];
}
