import { getDefaultView } from '#contract/views.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { viewAddress } from './view-address.model.ts';

/**
 * The table of runs, opened for one experiment and nothing else said: with that experiment's default view. Decided
 * when the page is opened; who changes things later means what they do.
 */
export function DefaultView({ children }: { readonly children: ReactNode }) {
  const workspace = useWorkspaceSlug();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(() => onlyExperiment(search));
  const { data, error } = useOperation(
    getDefaultView,
    { params: { workspace, experimentId: asked ?? '0' } },
    { enabled: asked !== undefined },
  );
  // Without an answer the page itself is still of use.
  const known = data !== undefined || error !== null;
  useEffect(() => {
    if (asked === undefined || !known) return;
    const view = data?.view ?? undefined;
    const arrival =
      view === undefined
        ? undefined
        : navigate(viewAddress(workspace, view.viewId, view.document), { replace: true });
    void Promise.resolve(arrival).then(() => setAsked(undefined));
  }, [asked, data, known, navigate, workspace]);
  return asked === undefined ? children : <div aria-busy="true" />;
}

function onlyExperiment(search: URLSearchParams): string | undefined {
  const [name, ...more] = [...search.keys()];
  const id = search.get('experiments') ?? '';
  return name === 'experiments' && more.length === 0 && /^\d{1,18}$/.test(id) ? id : undefined;
}
