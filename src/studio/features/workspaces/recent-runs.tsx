import { type RunRow, searchRuns } from '#contract/runs.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { Duration } from '#studio/ui/duration.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import table from '#studio/ui/table.module.css';
import classes from './workspace-page.module.css';

const shown = 12;

/** The newest runs of all experiments. */
export function RecentRuns({ workspace }: { readonly workspace: string }) {
  const { data, error, refetch } = useOperation(searchRuns, {
    params: { workspace },
    body: { limit: shown },
  });
  return (
    <section className={classes['section']}>
      <div className={classes['section-head']}>
        <h2>Recent runs</h2>
        {data !== undefined && (
          <span>
            {Math.min(shown, data.rows.length)} of {formatInteger(data.total)} shown.{' '}
            <Link to={url.runs(workspace)}>Show all</Link>
          </span>
        )}
      </div>
      {data === undefined ? (
        error === null ? (
          <SkeletonRows rows={shown} what="runs" />
        ) : (
          <ErrorState title="The runs could not be loaded" error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <RunLines workspace={workspace} runs={data.rows} />
      )}
    </section>
  );
}

interface RunLinesProps {
  readonly workspace: string;
  readonly runs: readonly RunRow[];
}

function RunLines({ workspace, runs }: RunLinesProps) {
  return (
    <table className={table['table']}>
      <caption>Recent runs</caption>
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Run</th>
          <th scope="col" className={classes['wide-only']}>
            Experiment
          </th>
          <th scope="col" data-number className={classes['wide-only']}>
            Took
          </th>
          <th scope="col" data-number>
            Started
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.runId}>
            <td>
              <StatusBadge status={run.status} />
            </td>
            <td className={`${classes['cut']} ${classes['main-cell']}`} title={run.name}>
              <Link to={url.run(workspace, run.runId)} className={classes['run-name'] ?? ''}>
                {run.name}
              </Link>
            </td>
            <td
              className={`${classes['wide-only']} ${classes['dim']} ${classes['cut']} ${classes['second-cell']}`}
              title={run.experimentName}
            >
              {run.experimentName}
            </td>
            <td data-number className={`${classes['wide-only']} ${classes['dim']}`}>
              <Duration startedAtMs={run.startedAtMs} endedAtMs={run.endedAtMs} />
            </td>
            <td data-number className={classes['dim']}>
              <RelativeTime atMs={run.startedAtMs} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
