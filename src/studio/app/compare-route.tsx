import { CompareNotes } from '../annotations/compare-notes.tsx';
import { ComparePage } from '../features/compare/compare-page.tsx';
import { ViewsMenu } from '../features/views/views-menu.tsx';
import { PageTools } from '../ui/page-tools.ts';
import { useWorkspaceSlug } from './use-workspace-slug.ts';

/** The comparison, with the notes on its charts and the saved views that show one. */
export function CompareRoute() {
  const workspace = useWorkspaceSlug();
  const tools = (
    <>
      <CompareNotes workspace={workspace} />
      <ViewsMenu screen="compare" />
    </>
  );
  return (
    <PageTools value={tools}>
      <ComparePage />
    </PageTools>
  );
}
