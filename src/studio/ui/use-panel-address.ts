import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useSearchChange } from '../address/use-search-change.ts';

/** Which side panel is open (`panel` in the address), and how to open this one or close it. */
export function usePanelAddress(name: string): readonly [open: boolean, setOpen: (open: boolean) => void] {
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const setOpen = useCallback(
    (open: boolean) =>
      changeSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (open) next.set('panel', name);
          else next.delete('panel');
          next.delete('version');
          return next;
        },
        { preventScrollReset: true },
      ),
    [changeSearch, name],
  );
  return [search.get('panel') === name, setOpen];
}
