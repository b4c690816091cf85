import { getViewVersion, listViewVersions, type SavedViewWithDocument } from '#contract/views.ts';
import { useSearchParams } from 'react-router';
import { useSearchChange } from '#studio/address/use-search-change.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { VersionsPanel, type VersionText } from '#studio/versions/versions-panel.tsx';
import { printDocument } from './view-document.model.ts';

interface ViewVersionsProps {
  readonly workspace: string;
  readonly view: SavedViewWithDocument;
  readonly onRestore: (version: number) => void;
  readonly onClose: () => void;
}

/** The versions of a view, compared as text. */
export function ViewVersions({ workspace, view, onRestore, onClose }: ViewVersionsProps) {
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const { data } = useOperation(listViewVersions, { params: { workspace, viewId: view.viewId } });
  const asked = Number(search.get('version') ?? NaN);
  const chosen = Number.isSafeInteger(asked) && asked > 0 ? asked : view.version;
  const after = useVersionText(workspace, view.viewId, chosen);
  const before = useVersionText(workspace, view.viewId, chosen - 1);
  const choose = (version: number): void =>
    changeSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('version', String(version));
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <VersionsPanel
      title={`Versions of ${view.name}`}
      versions={data?.versions}
      chosen={chosen}
      onChoose={choose}
      after={after}
      before={before}
      onRestore={onRestore}
      onClose={onClose}
    />
  );
}

function useVersionText(workspace: string, viewId: string, version: number): VersionText | undefined {
  const { data } = useOperation(
    getViewVersion,
    { params: { workspace, viewId, version } },
    // A version never changes.
    { enabled: version > 0, staleTime: Infinity },
  );
  return data === undefined ? undefined : { version, text: printDocument(data.document) };
}
