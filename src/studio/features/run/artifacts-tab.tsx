import { listArtifacts } from '#contract/artifacts.ts';
import type { RunDetails } from '#contract/runs.ts';
import { useSearchParams } from 'react-router';
import { useOperation } from '#studio/query/operation-query.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { firstToShow } from './artifact-viewer.model.ts';
import { ArtifactFolder } from './artifact-folder.tsx';
import { ArtifactView } from './artifact-view.tsx';
import classes from './artifacts.module.css';

/** The files of a run: the tree on one side, the chosen one on the other. The address says which. */
export function ArtifactsTab({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const [search, setSearch] = useSearchParams();
  const path = search.get('path') ?? undefined;
  const { data, error, refetch } = useOperation(listArtifacts, {
    params: { workspace, runId: run.runId },
    query: {},
  });
  const choose = (next: string | undefined): void =>
    setSearch(
      { tab: 'artifacts', ...(next === undefined ? {} : { path: next }) },
      { preventScrollReset: true },
    );
  if (data === undefined) {
    return error === null ? (
      <SkeletonRows rows={8} what="artifacts" />
    ) : (
      <ErrorState title="The artifacts could not be listed" error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data.reachable) {
    return (
      <EmptyState title="These artifacts lie where only clients reach them">
        <p>
          The run keeps them at <code>{data.location}</code>. Read them with <code>mlflow.artifacts</code>{' '}
          from a machine that can.
        </p>
      </EmptyState>
    );
  }
  if (data.entries.length === 0) {
    return (
      <EmptyState title="No artifacts">
        <p>
          Files that the run logs lie here: <code>mlflow.log_artifact(&quot;model.pkl&quot;)</code>.
        </p>
      </EmptyState>
    );
  }
  // On a phone the tree comes first: there only what the address names counts as chosen.
  const shown = path ?? firstToShow(data.entries);
  return (
    <div className={classes['columns']} data-chosen={path !== undefined}>
      <nav className={classes['tree']} aria-label="Artifacts">
        <ArtifactFolder workspace={workspace} runId={run.runId} path="" chosen={shown} onChoose={choose} />
      </nav>
      <div className={classes['view']}>
        {shown === undefined ? (
          <p className={classes['quiet']}>Choose a file to look at it.</p>
        ) : (
          <ArtifactView
            key={shown}
            workspace={workspace}
            run={run}
            path={shown}
            onLeave={() => choose(undefined)}
          />
        )}
      </div>
    </div>
  );
}
