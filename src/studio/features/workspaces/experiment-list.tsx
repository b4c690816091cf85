import { listExperiments } from '#contract/experiments.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import table from '#studio/ui/table.module.css';
import classes from './workspace-page.module.css';

const shown = 10;

/** The experiments used last, each leading to its runs. */
export function ExperimentList({ workspace }: { readonly workspace: string }) {
  const { data, error, refetch } = useOperation(listExperiments, {
    params: { workspace },
    query: { limit: shown },
  });
  return (
    <section className={classes['section']}>
      <div className={classes['section-head']}>
        <h2>Experiments</h2>
        {data !== undefined && (
          <span>
            {data.experiments.length} of {formatInteger(data.total)} shown
          </span>
        )}
      </div>
      {data === undefined && error === null && <SkeletonRows rows={4} what="experiments" />}
      {data === undefined && error !== null && (
        <ErrorState
          title="The experiments could not be loaded"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data !== undefined && (
        <table className={table['table']}>
          <caption>Experiments</caption>
          <thead>
            <tr>
              <th scope="col">Experiment</th>
              <th scope="col" data-number>
                Runs
              </th>
              <th scope="col" data-number>
                Last run
              </th>
            </tr>
          </thead>
          <tbody>
            {data.experiments.map((each) => (
              <tr key={each.experimentId}>
                <td className={`${classes['cut']} ${classes['main-cell']}`} title={each.name}>
                  <Link
                    to={url.runs(workspace, { experiments: [each.experimentId] })}
                    className={classes['run-name'] ?? ''}
                  >
                    {each.name}
                  </Link>
                </td>
                <td data-number>{formatInteger(each.runs)}</td>
                <td data-number className={classes['dim']}>
                  {each.lastRunAtMs === null ? 'never' : <RelativeTime atMs={each.lastRunAtMs} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
