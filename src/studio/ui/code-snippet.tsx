import { CopyButton } from './copy-button.tsx';
import classes from './code-snippet.module.css';

interface CodeSnippetProps {
  readonly code: string;
  /** What it is, for the copy button: "the three lines". */
  readonly what: string;
}

/** A few lines to copy. Long lines are wrapped on screen only: what is copied is the code. */
export function CodeSnippet({ code, what }: CodeSnippetProps) {
  return (
    <div className={classes['snippet']}>
      <pre className={classes['code']}>
        <code>{code}</code>
      </pre>
      <div className={classes['copy']}>
        <CopyButton text={code} what={what} />
      </div>
    </div>
  );
}
