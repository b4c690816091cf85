import type { RunDetails } from '#contract/runs.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import classes from './overview.module.css';

/** The run this one belongs to, and those that belong to it. */
export function RelatedRuns({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const { parent, children, childrenTotal } = run;
  if (parent === null && childrenTotal === 0) return null;
  return (
    <section className={classes['section']}>
      <h2>
        Nested runs{' '}
        {childrenTotal > 0 && (
          <span className={classes['count']}>
            {children.length < childrenTotal && `newest ${formatInteger(children.length)} of `}
            {formatInteger(childrenTotal)}
          </span>
        )}
      </h2>
      <ul className={classes['items']}>
        {parent !== null && (
          <li className={classes['line']}>
            <span className={classes['dim']}>Part of</span>
            <Link to={url.run(workspace, parent.runId)}>{parent.name}</Link>
          </li>
        )}
        {children.map((child) => (
          <li key={child.runId} className={classes['line']}>
            <StatusBadge status={child.status} compact />
            <Link to={url.run(workspace, child.runId)}>{child.name}</Link>
            <span className={`${classes['dim']} ${classes['push']}`}>
              <RelativeTime atMs={child.startedAtMs} />
            </span>
          </li>
        ))}
      </ul>
      {childrenTotal > 0 && (
        <Link
          className={classes['dim']}
          to={url.runs(workspace, { filter: `tags.mlflow.parentRunId = '${run.runId}'` })}
        >
          Show all in the table
        </Link>
      )}
    </section>
  );
}
