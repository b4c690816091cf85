import { CopyButton } from './copy-button.tsx';
import classes from './code-snippet.module.css';

interface CodeSnippetProps {
  readonly code: string;
  /** What it is, for the copy button and screen readers: "the three lines". */
  readonly what: string;
}

/** A few lines to copy. Long lines scroll inside it. */
export function CodeSnippet({ code, what }: CodeSnippetProps) {
  return (
    <div className={classes['snippet']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre className={classes['code']} tabIndex={0} aria-label={what}>
        <code>{code}</code>
      </pre>
      <div className={classes['copy']}>
        <CopyButton text={code} what={what} />
      </div>
    </div>
  );
}
