import { diffLines, type DiffLine } from '#domain/text-diff/diff-lines.ts';
import { useMemo } from 'react';
import classes from './text-diff.module.css';

interface TextDiffProps {
  readonly before: string;
  readonly after: string;
  /** What is compared, for those who cannot see it. */
  readonly label: string;
}

/** Unchanged lines shown around a change. */
const context = 3;

const signs: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', removed: '−', added: '+' };
const words: Readonly<Record<DiffLine['kind'], string>> = {
  same: '',
  removed: 'removed: ',
  added: 'added: ',
};

/** What changed between two texts, line by line; long stretches that did not are folded. */
export function TextDiff({ before, after, label }: TextDiffProps) {
  const pieces = useMemo(() => fold(diffLines(before, after)), [before, after]);
  if (before === after) return <p className={classes['nothing']}>Nothing changed in the text.</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be scrolled with keys, too
    <pre className={classes['diff']} aria-label={label} tabIndex={0}>
      {pieces.map(({ at, line, folded }) =>
        line === undefined ? (
          <span key={at} className={classes['folded']}>
            {`${folded} ${folded === 1 ? 'line' : 'lines'} unchanged`}
          </span>
        ) : (
          <span key={at} className={classes['line']} data-kind={line.kind}>
            <span aria-hidden="true">{signs[line.kind]} </span>
            <span className="visually-hidden">{words[line.kind]}</span>
            {line.text}
          </span>
        ),
      )}
    </pre>
  );
}

/** A line, or so many unchanged ones that are not shown. */
interface Piece {
  readonly at: number;
  readonly line?: DiffLine;
  readonly folded: number;
}

function fold(lines: readonly DiffLine[]): readonly Piece[] {
  const near = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'same') continue;
    for (let at = index - context; at <= index + context; at += 1) near.add(at);
  }
  const pieces: Piece[] = [];
  for (const [at, line] of lines.entries()) {
    const last = pieces.at(-1);
    if (near.has(at)) pieces.push({ at, line, folded: 0 });
    else if (last === undefined || last.line !== undefined) pieces.push({ at, folded: 1 });
    else pieces[pieces.length - 1] = { at: last.at, folded: last.folded + 1 };
  }
  return pieces;
}
