import { lazy, Suspense } from 'react';
import classes from './code-viewer.module.css';

const MonacoViewer = lazy(async () => ({ default: (await import('./monaco-viewer.tsx')).MonacoViewer }));

export interface CodeViewerProps {
  readonly text: string;
  /** The file's name: its ending tells the language. */
  readonly name: string;
}

/** Text to read and search in, with line numbers and colours. The editor behind it is fetched when first needed. */
export function CodeViewer(props: CodeViewerProps) {
  return (
    <Suspense fallback={<pre className={classes['plain']}>{props.text.slice(0, shownMeanwhile)}</pre>}>
      <MonacoViewer {...props} />
    </Suspense>
  );
}

/** Characters shown as they are until the editor is there. */
const shownMeanwhile = 20_000;
