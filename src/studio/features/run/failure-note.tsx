import { listArtifacts, previewArtifact } from '#contract/artifacts.ts';
import { listLogs } from '#contract/run-logs.ts';
import type { RunDetails } from '#contract/runs.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { errorFile, errorText } from './failure.model.ts';
import classes from './run-page.module.css';

interface FailureNoteProps {
  readonly workspace: string;
  readonly run: RunDetails;
}

/** Why a run failed, as far as it said: its error tag, and the traceback it left. */
export function FailureNote({ workspace, run }: FailureNoteProps) {
  const params = { workspace, runId: run.runId };
  const { data: files } = useOperation(listArtifacts, { params, query: {} });
  const path = errorFile(files?.entries ?? []);
  const { data: trace } = useOperation(
    previewArtifact,
    { params, query: { path: path ?? '', bytes: 16_384 } },
    { enabled: path !== undefined },
  );
  const { data: logs } = useOperation(listLogs, { params });
  const log = logs?.logs[0];
  const toLog = log !== undefined && (
    <Link to={url.run(workspace, run.runId, { tab: 'logs', log: log.id })}>Open the log</Link>
  );
  const said = errorText(run.tags);
  const text = trace?.text ?? undefined;
  if (said === undefined && text === undefined) {
    return (
      <section className={classes['failure']}>
        <h2>The run failed without saying why</h2>
        <p>
          Log the traceback as an artifact (<code>mlflow.log_text(text, &quot;traceback.txt&quot;)</code>) and
          it shows here.
        </p>
        {toLog}
      </section>
    );
  }
  return (
    <section className={classes['failure']} aria-label="Why it failed">
      <h2>{said === undefined || text?.includes(said) === true ? 'Why it failed' : said}</h2>
      {text !== undefined && path !== undefined && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
          <pre tabIndex={0} aria-label={`The end of ${path}`}>
            {text.trim()}
          </pre>
          <Link to={url.run(workspace, run.runId, { tab: 'artifacts', path })}>Open {path}</Link>{' '}
        </>
      )}
      {toLog}
    </section>
  );
}
