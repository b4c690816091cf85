import { parseAnsi } from '#domain/console/ansi.ts';
import { lastWritten } from '#domain/console/log-line.ts';
import classes from './log-viewer.module.css';

interface LogTextProps {
  readonly text: string;
  /** What is looked for: marked where it stands. Empty for nothing. */
  readonly find: string;
}

/** One line as a terminal would show it, with what is looked for marked. */
export function LogText({ text, find }: LogTextProps) {
  return parseAnsi(lastWritten(text)).map((span, index) => (
    <span
      // oxlint-disable-next-line react/no-array-index-key -- spans have no other name, and never change places
      key={index}
      className={classes['span']}
      data-colour={span.colour}
      data-bold={span.bold || undefined}
      data-dim={span.dim || undefined}
      data-underline={span.underline || undefined}
    >
      {find === '' ? span.text : <Marked text={span.text} find={find} />}
    </span>
  ));
}

function Marked({ text, find }: LogTextProps) {
  const lower = text.toLowerCase();
  const parts: React.ReactNode[] = [];
  let from = 0;
  // Where lower case is of another length, places would not fit: then nothing is marked.
  for (
    let at = lower.length === text.length ? lower.indexOf(find) : -1;
    at >= 0;
    at = lower.indexOf(find, from)
  ) {
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + find.length)}</mark>);
    from = at + find.length;
  }
  return [...parts, text.slice(from)];
}
