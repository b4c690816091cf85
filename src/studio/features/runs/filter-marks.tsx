import type { Span } from '#domain/filter/filter-ast.ts';
import { type RefObject, useEffect, useRef } from 'react';
import classes from './filter-bar.module.css';

interface FilterMarksProps {
  readonly text: string;
  /** What is wrong; empty where something is missing. */
  readonly span: Span | undefined;
  /** The field whose text is marked. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The same text behind the field, invisible, with the wrong part underlined. */
export function FilterMarks({ text, span, field }: FilterMarksProps) {
  const marks = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = field.current;
    if (input === null) return undefined;
    const follow = (): void => {
      if (marks.current !== null) marks.current.scrollLeft = input.scrollLeft;
    };
    follow();
    input.addEventListener('scroll', follow);
    return () => input.removeEventListener('scroll', follow);
  });
  if (span === undefined) return null;
  const end = Math.max(span.end, span.start + 1);
  return (
    <div ref={marks} className={classes['marks']} aria-hidden="true">
      {text.slice(0, span.start)}
      <span className={classes['wrong']}>{text.slice(span.start, end).padEnd(1, ' ')}</span>
      {text.slice(end)}
    </div>
  );
}
