import { useKeys } from '#studio/keyboard/use-keys.ts';
import { compareTabLabels } from './compare-tab-labels.model.ts';
import { compareTabs } from './compare-view.model.ts';
import type { ChangeCompareView } from './use-compare-view.ts';

/** The keys of the comparison as a whole; digits choose its parts. */
export function useCompareKeys(change: ChangeCompareView): void {
  useKeys('Compare', [
    ...compareTabs.map((tab, index) => ({
      keys: String(index + 1),
      label: `Show ${compareTabLabels[tab].toLowerCase()}`,
      run: () => change((now) => ({ ...now, tab })),
    })),
    { keys: 'c', label: 'Charts', run: () => change((now) => ({ ...now, tab: 'charts' })) },
    { keys: 't', label: 'Table', run: () => change((now) => ({ ...now, tab: 'table' })) },
    { keys: 'a', label: 'Show all runs', run: () => change((now) => ({ ...now, hidden: [] })) },
    {
      keys: 'd',
      label: 'Only what differs, or all',
      run: () => change((now) => ({ ...now, all: !now.all })),
    },
  ]);
}
