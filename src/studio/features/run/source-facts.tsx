import type { RunDetails } from '#contract/runs.ts';
import { CopyButton } from '#studio/ui/copy-button.tsx';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import classes from './overview.module.css';
import { UncommittedChanges } from './uncommitted-changes.tsx';

/** Where a run came from: program, commit, client; and where its files lie. */
export function SourceFacts({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const { tags } = run;
  const facts = [
    ['Source', tags['mlflow.source.name']],
    ['Entry point', tags['mlflow.project.entryPoint']],
    ['Commit', tags['mlflow.source.git.commit']],
    ['Branch', tags['mlflow.source.git.branch']],
    ['Repository', tags['mlflow.source.git.repoURL']],
    ['Logged by', run.createdBy],
  ] as const;
  return (
    <section className={classes['section']}>
      <h2>Origin</h2>
      <dl className={classes['facts']}>
        {facts.map(
          ([label, value]) =>
            value !== undefined &&
            value !== '' && (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{label === 'Commit' ? <code title={value}>{value.slice(0, 12)}</code> : value}</dd>
              </div>
            ),
        )}
        <dt>Ended</dt>
        <dd>{run.endedAtMs === null ? 'Not yet' : <RelativeTime atMs={run.endedAtMs} />}</dd>
        <dt>Changed</dt>
        <dd>
          <RelativeTime atMs={run.updatedAtMs} />
        </dd>
        <dt>Artifacts</dt>
        <dd className={classes['one-line']}>
          <code title={run.artifactUri}>{run.artifactUri}</code>
          <CopyButton text={run.artifactUri} what="artifact URI" />
        </dd>
      </dl>
      <UncommittedChanges workspace={workspace} run={run} />
    </section>
  );
}
