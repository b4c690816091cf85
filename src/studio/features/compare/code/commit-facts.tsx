import type { ComparedRun } from '#contract/runs.ts';
import { DiffViewer } from '#studio/editor/diff-viewer.tsx';
import classes from '../artifacts/files.module.css';
import { commitComparison } from './code-files.model.ts';

interface CommitFactsProps {
  readonly before: ComparedRun | undefined;
  readonly after: ComparedRun | undefined;
}

/** From which commits two runs were made, and what was not committed then. */
export function CommitFacts({ before, after }: CommitFactsProps) {
  const [from, to] = [commitOf(before), commitOf(after)];
  const link = commitComparison(from.repository ?? to.repository, from.commit, to.commit);
  const changes = [from.changes, to.changes];
  return (
    <>
      <p className={classes['commit']}>
        {describeCommits(from.commit, to.commit)}
        {link !== undefined && (
          <a href={link} target="_blank" rel="noreferrer">
            Commits between the two
          </a>
        )}
      </p>
      {changes.some((each) => each !== undefined) && (
        <details>
          <summary>
            {changes[0] === changes[1]
              ? 'Uncommitted changes, the same in both'
              : 'Uncommitted changes differ'}
          </summary>
          <div className={classes['editor']}>
            <DiffViewer before={from.changes ?? ''} after={to.changes ?? ''} name="uncommitted.diff" />
          </div>
        </details>
      )}
    </>
  );
}

interface Commit {
  readonly commit: string | undefined;
  readonly repository: string | undefined;
  readonly changes: string | undefined;
}

function commitOf(run: ComparedRun | undefined): Commit {
  const tags = run?.tags ?? {};
  return {
    commit: tags['mlflow.source.git.commit'],
    repository: tags['mlflow.source.git.repoURL'] ?? tags['mlflow.gitRepoURL'],
    changes: tags['mlflow.source.git.diff'],
  };
}

function describeCommits(from: string | undefined, to: string | undefined) {
  const short = (commit: string) => <code title={commit}>{commit.slice(0, 10)}</code>;
  if (from === undefined && to === undefined)
    return <span>Neither run says which commit it was made from.</span>;
  if (from === to && from !== undefined) return <span>Both from commit {short(from)}</span>;
  return (
    <span>
      {from === undefined ? 'No commit logged' : short(from)} →{' '}
      {to === undefined ? 'no commit logged' : short(to)}
    </span>
  );
}
