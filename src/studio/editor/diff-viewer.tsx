import { lazy, Suspense } from 'react';
import classes from './code-viewer.module.css';

const MonacoDiff = lazy(async () => ({ default: (await import('./monaco-diff.tsx')).MonacoDiff }));

export interface DiffViewerProps {
  /** What it was. */
  readonly before: string;
  /** What it is. */
  readonly after: string;
  /** The file's name: its ending tells the language. */
  readonly name: string;
  /** Under one another instead of side by side. */
  readonly inline?: boolean;
}

/** Two texts with what changed between them. The editor behind it is fetched when first needed. */
export function DiffViewer(props: DiffViewerProps) {
  return (
    <Suspense fallback={<pre className={classes['plain']}>{props.after.slice(0, shownMeanwhile)}</pre>}>
      <MonacoDiff {...props} />
    </Suspense>
  );
}

/** Characters shown as they are until the editor is there. */
const shownMeanwhile = 20_000;
