import { RunsPage } from '../features/runs/runs-page.tsx';
import { DefaultView } from '../features/views/default-view.tsx';
import { ViewsMenu } from '../features/views/views-menu.tsx';
import { PageTools } from '../ui/page-tools.ts';

/** The table of runs, with the saved views that show it. */
export function RunsRoute() {
  return (
    <DefaultView>
      <PageTools value={<ViewsMenu screen="runs" />}>
        <RunsPage />
      </PageTools>
    </DefaultView>
  );
}
