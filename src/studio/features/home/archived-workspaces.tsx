import { listWorkspaces, updateWorkspace } from '#contract/workspaces.ts';
import { Button } from '@mantine/core';
import { url } from '#studio/app/url.ts';
import { Link } from 'react-router';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { describeError, ErrorState } from '#studio/ui/error-state.tsx';
import { Count } from '#studio/ui/num.tsx';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import table from '#studio/ui/table.module.css';
import { toast } from '#studio/ui/toast.store.ts';

/** Workspaces put away; everything in them is kept, and each can come back. */
export function ArchivedWorkspaces() {
  const { data, error, refetch } = useOperation(listWorkspaces, { query: { archived: 'true' } });
  const update = useOperationMutation(updateWorkspace, [listWorkspaces]);
  if (data === undefined) {
    if (error === null) return <SkeletonRows rows={3} what="archived workspaces" />;
    return (
      <ErrorState
        title="The archived workspaces could not be loaded"
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data.workspaces.length === 0) {
    return (
      <EmptyState title="No workspace is archived">
        <p>A workspace is archived in its settings. Its runs are kept, and it can be brought back.</p>
      </EmptyState>
    );
  }
  const bringBack = (slug: string, name: string): void =>
    update.mutate(
      { params: { workspace: slug }, body: { archived: false } },
      {
        onSuccess: () => toast({ message: `${name} is back` }),
        onError: (failure) => toast({ message: describeError(failure), kind: 'failed' }),
      },
    );
  return (
    <table className={table['table']}>
      <caption>Archived workspaces</caption>
      <thead>
        <tr>
          <th scope="col">Workspace</th>
          <th scope="col">Runs</th>
          <th scope="col">Archived</th>
          <th scope="col">
            <span className="visually-hidden">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.workspaces.map((each) => (
          <tr key={each.slug}>
            <td>
              <Link to={url.workspace(each.slug)}>{each.name}</Link>
            </td>
            <td>
              <Count value={each.runs} one="run" />
            </td>
            <td>{each.archivedAtMs !== null && <RelativeTime atMs={each.archivedAtMs} />}</td>
            <td data-number>
              <Button
                variant="subtle"
                aria-label={`Bring back ${each.name}`}
                onClick={() => bringBack(each.slug, each.name)}
              >
                Bring back
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
