import { getView, type SavedViewWithDocument, type ViewDocument, type ViewScreen } from '#contract/views.ts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useOperation } from '#studio/query/operation-query.ts';
import { isSameView, toViewDocument } from './view-document.model.ts';

export interface CurrentView {
  /** What the screen shows now. */
  readonly document: ViewDocument;
  /** The saved view that it was opened from; absent: none, or it is gone. */
  readonly saved: SavedViewWithDocument | undefined;
  /** Something is shown in another way than it was saved. */
  readonly changed: boolean;
}

/** What a screen shows, and which saved view that came from (`v` in the address). */
export function useCurrentView(workspace: string, screen: ViewScreen): CurrentView {
  const [search] = useSearchParams();
  const viewId = search.get('v') ?? '';
  const known = /^\d{1,15}$/.test(viewId);
  const { data } = useOperation(
    getView,
    { params: { workspace, viewId: known ? viewId : '0' } },
    { enabled: known },
  );
  const document = useMemo(() => toViewDocument(screen, search), [screen, search]);
  const saved = known && data?.viewId === viewId && data.screen === screen ? data : undefined;
  return { document, saved, changed: saved !== undefined && !isSameView(saved.document, document) };
}
