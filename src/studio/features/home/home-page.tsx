import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import { Count } from '#studio/ui/num.tsx';
import { Page } from '#studio/ui/page.tsx';
import { useWorkspaces } from '#studio/query/use-workspaces.ts';
import { ArchivedWorkspaces } from './archived-workspaces.tsx';
import { CreateWorkspacePanel } from './create-workspace-panel.tsx';
import classes from './home-page.module.css';
import { WorkspaceTable } from './workspace-table.tsx';

/** All workspaces in one pane: what runs, what failed, what happened last. */
export function HomePage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const archived = search.has('archived');
  const { data } = useWorkspaces();
  const create = (): void => void navigate(url.home({ archived, create: true }));
  useKeys('Home', [{ keys: 'n', label: 'Create workspace', run: create }]);
  return (
    <Page
      title={archived ? 'Archived workspaces' : 'Workspaces'}
      lead={data === undefined || archived ? undefined : <Totals />}
      actions={
        <>
          <Button variant="subtle" color="gray" component={Link} to={url.home({ archived: !archived })}>
            {archived ? 'Show current' : 'Show archived'}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={create}>
            Create workspace
          </Button>
        </>
      }
    >
      {archived ? <ArchivedWorkspaces /> : <WorkspaceTable />}
      {search.has('create') && (
        <CreateWorkspacePanel
          taken={data?.workspaces.map((each) => each.slug) ?? []}
          onClose={() => void navigate(url.home({ archived }))}
        />
      )}
    </Page>
  );
}

function Totals() {
  const all = useWorkspaces().data?.workspaces ?? [];
  const sum = (pick: (each: (typeof all)[number]) => number): number =>
    all.reduce((total, each) => total + pick(each), 0);
  return (
    <span className={classes['totals']}>
      <Count value={all.length} one="workspace" />
      <Count value={sum((each) => each.runs)} one="run" />
      <Count
        value={sum((each) => each.failedLastDay)}
        one="failure in the last day"
        many="failures in the last day"
      />
    </span>
  );
}
