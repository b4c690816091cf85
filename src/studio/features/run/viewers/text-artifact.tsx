import { lazy, Suspense } from 'react';
import { CodeViewer } from '#studio/editor/code-viewer.tsx';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { formatBytes } from '#studio/ui/number.model.ts';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import type { TextKind } from '../artifact-viewer.model.ts';
import classes from '../artifacts.module.css';
import { DelimitedTable } from './delimited-table.tsx';
import type { FilePlace } from './file-place.ts';
import { JsonArtifact } from './json-artifact.tsx';
import { Unreadable } from './unreadable.tsx';
import { shownTextBytes, useFileText } from './use-file-text.ts';

const Markdown = lazy(async () => ({ default: (await import('#studio/markdown/markdown.tsx')).Markdown }));
const ModelArtifact = lazy(async () => ({ default: (await import('./model-artifact.tsx')).ModelArtifact }));

interface TextArtifactProps extends FilePlace {
  readonly name: string;
  readonly kind: TextKind;
}

/** A file that is text, in the form that suits it. */
export function TextArtifact({ name, kind, ...place }: TextArtifactProps) {
  const { data, error, refetch } = useFileText(place);
  if (data === undefined) {
    if (error === null) return <SkeletonRows rows={8} what={name} />;
    return <Unreadable name={name} what="text" error={error} onRetry={() => void refetch()} />;
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
          ? `The first ${formatBytes(shownTextBytes)} of ${formatBytes(data.size)} shown. Download it for all of it.`
          : formatBytes(data.size)}
      </p>
      <Suspense fallback={<SkeletonRows rows={6} what={name} />}>
        <Content name={name} kind={kind} text={data.text} cut={data.truncated} />
      </Suspense>
    </>
  );
}

interface ContentProps {
  readonly name: string;
  readonly kind: TextKind;
  readonly text: string;
  /** Whether the file goes on after the text. */
  readonly cut: boolean;
}

function Content({ name, kind, text, cut }: ContentProps) {
  switch (kind) {
    case 'table':
      return <DelimitedTable name={name} text={text} cut={cut} />;
    case 'markdown':
      return <Markdown text={text} />;
    case 'model':
      return <ModelArtifact name={name} text={text} />;
    case 'json':
      // Half a document is no JSON.
      if (!cut) return <JsonArtifact name={name} text={text} />;
      break;
    case 'text':
  }
  return (
    <div className={classes['code']}>
      <CodeViewer text={text} name={name} />
    </div>
  );
}
