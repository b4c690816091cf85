import { getWorkspace } from '#contract/workspaces.ts';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { Page } from '#studio/ui/page.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { ArchiveSection } from './archive-section.tsx';
import { MemberList } from './member-list.tsx';
import { WorkspaceForm } from './workspace-form.tsx';
import classes from './workspace-settings.module.css';

/** What a workspace is called, who belongs to it, and putting it away. */
export function WorkspaceSettingsPage() {
  const slug = useWorkspaceSlug();
  const { data, error, refetch } = useOperation(getWorkspace, { params: { workspace: slug } });
  return (
    <Page title="Settings" crumbs={[{ label: data?.name ?? slug, to: url.workspace(slug) }]}>
      {data === undefined && error === null && <SkeletonRows rows={5} what="settings" />}
      {data === undefined && error !== null && (
        <ErrorState title="The settings could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && (
        <div className={classes['sections']}>
          <WorkspaceForm key={`${data.name} ${data.description}`} workspace={data} />
          <MemberList workspace={slug} />
          <ArchiveSection workspace={data} />
        </div>
      )}
    </Page>
  );
}
