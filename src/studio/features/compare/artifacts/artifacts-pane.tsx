import { useMemo } from 'react';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import type { ComparePaneProps } from '../compare-pane-props.ts';
import { FileList } from './file-list.tsx';
import { chooseFiles, toFileState } from './file-state.model.ts';
import { FileView } from './file-view.tsx';
import classes from './files.module.css';
import { useComparedFiles } from './use-compared-files.ts';

/** The same files of several runs. */
export function ArtifactsPane(props: ComparePaneProps) {
  const { workspace, runs, view, onChange } = props;
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const { data, error, refetch } = useComparedFiles(workspace, runIds);
  const files = useMemo(
    () => (data?.files ?? []).map((file) => toFileState(file, runIds.length)),
    [data, runIds.length],
  );
  if (data === undefined) {
    if (error === null) return <SkeletonRows rows={8} what="files" />;
    return <ErrorState title="The files could not be listed" error={error} onRetry={() => void refetch()} />;
  }
  if (files.length === 0) {
    return (
      <EmptyState title="None of these runs has files">
        {data.unreachable.length > 0
          ? 'Their artifacts are kept where only their own clients reach them.'
          : 'Files that runs log as artifacts are laid side by side here, by path.'}
      </EmptyState>
    );
  }
  const current = files.some(({ path }) => path === view.file)
    ? view.file
    : chooseFiles(files, view)[0]?.path;
  const file = data.files.find(({ path }) => path === current);
  return (
    <div className={classes['view']}>
      <p className={classes['quiet']}>{describeLimits(data, files.length)}</p>
      <div className={classes['columns']}>
        <FileList files={files} runs={runIds.length} current={current} view={view} onChange={onChange} />
        <div className={classes['view']}>
          {file === undefined ? (
            <EmptyState title="No file differs">
              Switch off “Only what differs” to see the files that are the same, or switch on “Count not
              logged”.
            </EmptyState>
          ) : (
            <FileView key={file.path} {...props} file={file} />
          )}
        </div>
      </div>
    </div>
  );
}

interface Limits {
  readonly matching: number;
  readonly cut: readonly string[];
  readonly unreachable: readonly string[];
}

/** What is not in the list, so that nothing is left out in silence; empty where all of it is. */
function describeLimits({ matching, cut, unreachable }: Limits, listed: number): string {
  return [
    matching > listed
      ? `${formatInteger(listed)} of ${formatInteger(matching)} paths are listed: those that most runs have.`
      : '',
    cut.length > 0 ? `${formatInteger(cut.length)} runs have too many files: only the first are listed.` : '',
    unreachable.length > 0
      ? `The files of ${formatInteger(unreachable.length)} runs are out of the server’s reach.`
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
