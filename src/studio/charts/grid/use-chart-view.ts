import { useSearchChange } from '#studio/address/use-search-change.ts';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type ChartView, parseChartView, writeChartView } from './chart-view.model.ts';

export type ChangeChartView = (
  change: Partial<ChartView> | ((now: ChartView) => Partial<ChartView>),
  how?: 'step' | 'refine',
) => void;

/**
 * The view of the charts, kept in the address. A `step` (zoom, full screen) is one that the browser's back button
 * undoes; a `refine` (typing, a slider) is not.
 */
export function useChartView(): readonly [ChartView, ChangeChartView] {
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const view = useMemo(() => parseChartView(search), [search]);
  const change = useCallback<ChangeChartView>(
    (difference, how = 'step') =>
      changeSearch(
        (before) => {
          const now = parseChartView(before);
          const changes = typeof difference === 'function' ? difference(now) : difference;
          return writeChartView(before, { ...now, ...changes });
        },
        { replace: how === 'refine', preventScrollReset: true },
      ),
    [changeSearch],
  );
  return [view, change];
}
