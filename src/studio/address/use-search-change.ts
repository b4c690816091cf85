import { useCallback, useContext } from 'react';
import { type NavigateOptions, UNSAFE_DataRouterContext, useSearchParams } from 'react-router';

export type SearchChange = (before: URLSearchParams) => URLSearchParams;

/**
 * Changes the search parameters of the address from what they are *now*. The router's own setter starts from what
 * the page was last drawn with, so that of two changes in a row (fast keys) the first would be lost.
 */
export function useSearchChange(): (change: SearchChange, options?: NavigateOptions) => void {
  const router = useContext(UNSAFE_DataRouterContext)?.router;
  const [drawn, setSearch] = useSearchParams();
  return useCallback(
    (change, options) => {
      const now = router === undefined ? drawn : new URLSearchParams(router.state.location.search);
      setSearch(change(now), options);
    },
    [router, drawn, setSearch],
  );
}
