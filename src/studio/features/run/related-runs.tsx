import { type RunDetails, searchRuns } from '#contract/runs.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import classes from './overview.module.css';

/** The run this one belongs to, and those that belong to it. */
export function RelatedRuns({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const { parent, children, childrenTotal } = run;
  const below = useGrandchildren(workspace, children);
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
          <li key={child.runId}>
            <ChildLine workspace={workspace} run={child} />
            {below.has(child.runId) && (
              <ul className={classes['items']} style={{ paddingInlineStart: 20 }}>
                {below.get(child.runId)?.map((each) => (
                  <li key={each.runId}>
                    <ChildLine workspace={workspace} run={each} />
                  </li>
                ))}
              </ul>
            )}
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

type Child = Pick<RunDetails['children'][number], 'runId' | 'name' | 'status' | 'startedAtMs'>;

function ChildLine({ workspace, run }: { readonly workspace: string; readonly run: Child }) {
  return (
    <div className={classes['line']}>
      <StatusBadge status={run.status} compact />
      <Link to={url.run(workspace, run.runId)}>{run.name}</Link>
      <span className={`${classes['dim']} ${classes['push']}`}>
        <RelativeTime atMs={run.startedAtMs} />
      </span>
    </div>
  );
}

/** So many children are looked below, and so many shown. */
const lookedBelow = 100;
const shownBelow = 500;

/** The children of children, by parent: sweeps of sweeps are seen at once. */
function useGrandchildren(
  workspace: string,
  children: readonly { readonly runId: string }[],
): ReadonlyMap<string, readonly Child[]> {
  const ids = children.slice(0, lookedBelow).map(({ runId }) => `'${runId}'`);
  const filter = `tags.mlflow.parentRunId IN (${ids.join(', ')})`;
  const { data } = useOperation(
    searchRuns,
    { params: { workspace }, body: { filter, limit: shownBelow } },
    { enabled: ids.length > 0 },
  );
  const found = new Map<string, Child[]>();
  for (const row of data?.rows ?? []) {
    const parent = row.parentRunId ?? '';
    const ofParent = found.get(parent) ?? [];
    if (ofParent.length === 0) found.set(parent, ofParent);
    ofParent.push(row);
  }
  return found;
}
