import { listActivity } from '#contract/activity.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { describeAction, describeDetail, describeDoor } from '#studio/ui/audit-words.model.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import table from '#studio/ui/table.module.css';
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
      <table className={table['table']}>
        <caption>Activity of the run, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col" className={classes['wide-only']}>
              Through
            </th>
            <th scope="col" data-number>
              Times
            </th>
          </tr>
        </thead>
        <tbody>
          {data.events.map((event) => (
            <tr key={event.id}>
              <td>
                <RelativeTime atMs={event.atMs} />
              </td>
              <td>{event.actor}</td>
              <td className={classes['what']}>
                {describeAction(event.action)} the run{' '}
                <span className={classes['dim']}>{describeDetail(event).join(' · ')}</span>
              </td>
              <td className={classes['wide-only']}>{describeDoor(event.via)}</td>
              <td data-number>{event.count > 1 && formatInteger(event.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
