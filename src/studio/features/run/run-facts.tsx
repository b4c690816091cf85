import type { RunDetails } from '#contract/runs.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { CopyButton } from '#studio/ui/copy-button.tsx';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { RunDuration } from '#studio/ui/run-duration.tsx';
import classes from './run-page.module.css';

/** Who, when, how long, where: one line. */
export function RunFacts({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const hasDuration = run.endedAtMs !== null || run.status === 'RUNNING';
  return (
    <span className={classes['facts']}>
      <span className={classes['experiment']}>
        in{' '}
        <Link to={url.runs(workspace, { experiments: [run.experimentId] })} title={run.experimentName}>
          {run.experimentName}
        </Link>
      </span>
      {run.userId !== '' && <span>by {run.userId}</span>}
      <span>
        started <RelativeTime atMs={run.startedAtMs} />
      </span>
      {hasDuration && (
        <span>
          {run.status === 'RUNNING' ? 'running for' : 'took'} <RunDuration run={run} />
        </span>
      )}
      <span className={classes['id']}>
        <code title="Run id">{run.runId}</code>
        <CopyButton text={run.runId} what="run id" />
      </span>
    </span>
  );
}
