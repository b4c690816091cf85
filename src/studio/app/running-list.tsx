import { searchRuns } from '#contract/runs.ts';
import type { WorkspaceSummary } from '#contract/workspaces.ts';
import { Link } from 'react-router';
import { useOperation } from '../query/operation-query.ts';
import { Duration } from '../ui/duration.tsx';
import { formatInteger } from '../ui/number.model.ts';
import { StatusShape } from '../ui/status-badge.tsx';
import classes from './running-now.module.css';
import { url } from './url.ts';

const filter = "attributes.status = 'RUNNING'";
const listed = 5;

interface RunningListProps {
  readonly workspace: WorkspaceSummary;
  readonly onChosen: () => void;
}

/** The runs going on in one workspace, newest first. */
export function RunningList({ workspace, onChosen }: RunningListProps) {
  const { data } = useOperation(searchRuns, {
    params: { workspace: workspace.slug },
    body: { filter, limit: listed },
  });
  return (
    <section className={classes['group']}>
      <h3 className={classes['title']}>{workspace.name}</h3>
      <ul className={classes['runs']}>
        {data?.rows.map((run) => (
          <li key={run.runId}>
            <Link to={url.run(workspace.slug, run.runId)} className={classes['run'] ?? ''} onClick={onChosen}>
              <StatusShape status="RUNNING" />
              <span className={classes['name']}>{run.name}</span>
              <span className={classes['time']}>
                <Duration startedAtMs={run.startedAtMs} endedAtMs={null} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Link to={url.runs(workspace.slug, { filter })} className={classes['more'] ?? ''} onClick={onChosen}>
        {data === undefined || data.matching <= listed
          ? 'Show in Runs'
          : `${listed} of ${formatInteger(data.matching)} shown. Show all in Runs`}
      </Link>
    </section>
  );
}
