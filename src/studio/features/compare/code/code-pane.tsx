import { useMemo } from 'react';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { CodeSnippet } from '#studio/ui/code-snippet.tsx';
import { FileList } from '../artifacts/file-list.tsx';
import { chooseFiles, toFileState } from '../artifacts/file-state.model.ts';
import classes from '../artifacts/files.module.css';
import { PairPicker } from '../artifacts/pair-picker.tsx';
import { choosePair } from '../artifacts/run-pair.model.ts';
import { TextDiff } from '../artifacts/text-diff.tsx';
import { useComparedFiles } from '../artifacts/use-compared-files.ts';
import type { ComparePaneProps } from '../compare-pane-props.ts';
import { codeFiles } from './code-files.model.ts';
import { CommitFacts } from './commit-facts.tsx';

const snippet = 'mlflow.log_artifacts("src", artifact_path="code")';

/** What the runs were made from: commits, what was not committed, and source files, file by file. */
export function CodePane({ workspace, runs, marked, baseline, view, onChange }: ComparePaneProps) {
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const { data, error, refetch } = useComparedFiles(workspace, runIds);
  const files = useMemo(
    () => codeFiles(data?.files ?? []).map((file) => toFileState(file, runIds.length)),
    [data, runIds.length],
  );
  const pair = choosePair(marked, baseline, view.other);
  if (pair === undefined) {
    return (
      <EmptyState title="Two runs are needed">Show another run to see what changed in the code.</EmptyState>
    );
  }
  const shown = chooseFiles(files, view);
  const current = files.some(({ path }) => path === view.file) ? view.file : shown[0]?.path;
  const runOf = (runId: string) => runs.find((run) => run.runId === runId);
  return (
    <div className={classes['view']}>
      <PairPicker pair={pair} runs={marked} onChange={onChange} />
      <CommitFacts before={runOf(pair.before.runId)} after={runOf(pair.after.runId)} />
      {error !== null && data === undefined && (
        <ErrorState title="The files could not be listed" error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={8} what="files" />}
      {data !== undefined && files.length === 0 && (
        <EmptyState title="None of these runs logged its source files">
          Log them as artifacts, and what changed between two runs is shown here line by line:
          <CodeSnippet code={snippet} what="the line" />
        </EmptyState>
      )}
      {files.length > 0 && (
        <div className={classes['columns']}>
          <FileList files={files} runs={runIds.length} current={current} view={view} onChange={onChange} />
          <div className={classes['view']}>
            {current === undefined ? (
              <EmptyState title="No file differs">
                Switch off “Only what differs” to read the files all the same.
              </EmptyState>
            ) : (
              <TextDiff workspace={workspace} pair={pair} path={current} />
            )}
          </div>
        </div>
      )}
    </div>
  );
}
