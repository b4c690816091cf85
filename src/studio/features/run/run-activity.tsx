import { listActivity } from '#contract/activity.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { AuditTable } from '#studio/ui/audit-table.tsx';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import classes from './overview.module.css';

const listed = 200;

/** Who changed this run, newest first. */
export function RunActivity({ workspace, runId }: { readonly workspace: string; readonly runId: string }) {
  const { data, error, refetch } = useOperation(listActivity, {
    params: { workspace },
    query: { subjectKind: 'run', subjectId: runId, limit: listed },
  });
  if (data === undefined) {
    return error === null ? (
      <SkeletonRows rows={8} what="activity" />
    ) : (
      <ErrorState title="The activity could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  }
  if (data.events.length === 0) return <EmptyState title="Nothing was written down about this run" />;
  return (
    <>
      <p className={classes['dim']}>
        {formatInteger(data.events.length)} of {formatInteger(data.total)} events shown
      </p>
      <AuditTable
        caption="Activity of the run, newest first"
        events={data.events}
        renderSubject={() => 'the run'}
      />
    </>
  );
}
