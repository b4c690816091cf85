import type { RunDetails } from '#contract/runs.ts';
import { useSearchParams } from 'react-router';
import { parseRunTab, type RunTabName } from './run-tab.model.ts';

/** The tab that the address names. Charts keep their own part of the address on theirs only. */
export function useRunTab(run: RunDetails): readonly [RunTabName, (tab: RunTabName) => void] {
  const [search, setSearch] = useSearchParams();
  return [
    parseRunTab(search.get('tab'), run),
    (tab) => setSearch(tab === 'overview' ? {} : { tab }, { preventScrollReset: true }),
  ];
}
