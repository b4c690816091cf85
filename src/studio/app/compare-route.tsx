import { ComparePage } from '../features/compare/compare-page.tsx';
import { ViewsMenu } from '../features/views/views-menu.tsx';
import { PageTools } from '../ui/page-tools.ts';

/** The comparison, with the saved views that show one. */
export function CompareRoute() {
  return (
    <PageTools value={<ViewsMenu screen="compare" />}>
      <ComparePage />
    </PageTools>
  );
}
