import { useSearchParams } from 'react-router';
import { useSearchChange } from '#studio/address/use-search-change.ts';
import { parseFacets, usualFacets, writeFacets } from './facets-view.model.ts';

const panelName = 'facets';

export interface FacetsView {
  readonly open: boolean;
  readonly terms: readonly string[];
  toggle(this: void): void;
  show(this: void, terms: readonly string[]): void;
}

/** Whether the facets are open, and which; all of it is in the address. */
export function useFacets(): FacetsView {
  const [search] = useSearchParams();
  const change = useSearchChange();
  const open = search.get('panel') === panelName;
  return {
    open,
    terms: parseFacets(search.get('facets')),
    toggle: () =>
      change(
        (before) => {
          const next = new URLSearchParams(before);
          if (open) next.delete('panel');
          else next.set('panel', panelName);
          return next;
        },
        { preventScrollReset: true },
      ),
    show: (terms) =>
      change(
        (before) => {
          const next = new URLSearchParams(before);
          const text = writeFacets(terms);
          if (text === writeFacets(usualFacets)) next.delete('facets');
          else next.set('facets', text);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}
