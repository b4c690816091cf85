import { previewArtifact } from '#contract/artifacts.ts';
import { lazy, Suspense } from 'react';
import { CodeViewer } from '#studio/editor/code-viewer.tsx';
import { useOperation } from '#studio/query/operation-query.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatBytes } from '#studio/ui/number.model.ts';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { fileName, type ViewerKind } from './artifact-viewer.model.ts';
import classes from './artifacts.module.css';
import { DelimitedTable } from './delimited-table.tsx';

const Markdown = lazy(async () => ({ default: (await import('#studio/markdown/markdown.tsx')).Markdown }));

/** How much of a file is fetched to be looked at, in bytes. */
const shownBytes = 1_048_576;

interface TextArtifactProps {
  readonly workspace: string;
  readonly runId: string;
  readonly path: string;
  readonly kind: Extract<ViewerKind, 'text' | 'table' | 'markdown'>;
}

/** A file that is text, in the form that suits it. */
export function TextArtifact({ workspace, runId, path, kind }: TextArtifactProps) {
  const { data, error, refetch } = useOperation(previewArtifact, {
    params: { workspace, runId },
    query: { path, bytes: shownBytes },
  });
  const name = fileName(path);
  if (data === undefined) {
    if (error === null) return <SkeletonRows rows={8} what={name} />;
    return error.code === 'not-found' ? (
      <EmptyState title="This file is not there any more">
        <code>{path}</code>
      </EmptyState>
    ) : (
      <ErrorState title="The file could not be read" error={error} onRetry={() => void refetch()} />
    );
  }
  if (data.text === null) {
    return (
      <EmptyState title="There is no viewer for this file">
        {formatBytes(data.size)} that are not text. Download it to open it with another program.
      </EmptyState>
    );
  }
  return (
    <>
      <p className={classes['quiet']}>
        {data.truncated
          ? `The first ${formatBytes(shownBytes)} of ${formatBytes(data.size)} shown. Download it for all of it.`
          : formatBytes(data.size)}
      </p>
      {kind === 'table' && <DelimitedTable name={name} text={data.text} cut={data.truncated} />}
      {kind === 'markdown' && (
        <Suspense fallback={<SkeletonRows rows={6} what={name} />}>
          <Markdown text={data.text} />
        </Suspense>
      )}
      {kind === 'text' && (
        <div className={classes['code']}>
          <CodeViewer text={data.text} name={name} />
        </div>
      )}
    </>
  );
}
