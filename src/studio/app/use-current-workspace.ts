import { useEffect } from 'react';
import { useParams } from 'react-router';
import { usePreferences } from '../preferences/preferences.store.ts';
import { useWorkspaces } from '../query/use-workspaces.ts';

/**
 * The workspace that the shell speaks of: the one in the address, else the one last visited, so that the rail stays
 * the same while one looks at Home. One that is gone is replaced by the first there is.
 */
export function useCurrentWorkspace(): string {
  const named = useParams()['ws'];
  const last = usePreferences((state) => state.lastWorkspace);
  const set = usePreferences((state) => state.set);
  const { data } = useWorkspaces();
  const known = data?.workspaces;
  const exists = known?.some((each) => each.slug === named) ?? false;

  useEffect(() => {
    if (named !== undefined && exists && named !== last) set({ lastWorkspace: named });
  }, [exists, last, named, set]);

  if (named !== undefined) return named;
  if (known === undefined || known.some((each) => each.slug === last)) return last;
  return known[0]?.slug ?? last;
}
