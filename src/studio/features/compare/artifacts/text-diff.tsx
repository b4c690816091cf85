import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { DiffViewer } from '#studio/editor/diff-viewer.tsx';
import { useMemo } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { formatBytes } from '#studio/ui/number.model.ts';
import classes from './files.module.css';
import type { RunPair } from './run-pair.model.ts';
import { useArtifactTexts } from './use-compared-files.ts';

interface TextDiffProps {
  readonly workspace: string;
  readonly pair: RunPair;
  readonly path: string;
}

const mostBytes = 1_048_576;

/** What changed in a file between two runs, as far as it is text. */
export function TextDiff({ workspace, pair, path }: TextDiffProps) {
  const { before, after } = pair;
  const runIds = useMemo(() => [before.runId, after.runId], [before.runId, after.runId]);
  const paths = useMemo(() => [path], [path]);
  const { data, error, refetch, isPlaceholderData } = useArtifactTexts(workspace, runIds, paths, mostBytes);
  const narrow = useMediaQuery('(width < 768px)') ?? false;
  if (data === undefined || isPlaceholderData) {
    if (error === null) return <SkeletonRows rows={10} what="file" />;
    return <ErrorState title="The file could not be read" error={error} onRetry={() => void refetch()} />;
  }
  const [left, right] = runIds.map((runId) => data.files.find((file) => file.runId === runId));
  const textOf = (file: typeof left): string =>
    file === undefined || file.text === null ? '' : (data.texts[file.text] ?? '');
  if (left?.text === null || right?.text === null) {
    return (
      <EmptyState title="This file is not text">
        {before.name}: {left === undefined ? 'not logged' : formatBytes(left.size)}. {after.name}:{' '}
        {right === undefined ? 'not logged' : formatBytes(right.size)}. Open a run to download its file.
      </EmptyState>
    );
  }
  const cut = left?.truncated === true || right?.truncated === true;
  return (
    <>
      <p className={classes['quiet']}>
        {describePair(left !== undefined, right !== undefined, textOf(left) === textOf(right), pair)}
        {cut && ` Only the first ${formatBytes(mostBytes)} of each are compared.`}
      </p>
      <div className={classes['editor']}>
        <DiffViewer before={textOf(left)} after={textOf(right)} name={path} inline={narrow} />
      </div>
    </>
  );
}

function describePair(
  hasLeft: boolean,
  hasRight: boolean,
  same: boolean,
  { before, after }: RunPair,
): string {
  if (!hasLeft && !hasRight) return 'Neither of the two runs logged this file.';
  if (!hasLeft) return `${before.name} did not log this file.`;
  if (!hasRight) return `${after.name} did not log this file.`;
  return same ? 'The two are the same.' : '';
}
