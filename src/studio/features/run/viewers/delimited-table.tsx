import { delimiterOf, parseDelimited } from '#domain/delimited-text.ts';
import { useMemo } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import classes from '../artifacts.module.css';
import { ValueGrid } from './value-grid.tsx';

interface DelimitedTableProps {
  readonly name: string;
  readonly text: string;
  /** The text ends in the middle of the file, so its last row may be half. */
  readonly cut: boolean;
}

/** A table of values as text, its first row as the heading. */
export function DelimitedTable({ name, text, cut }: DelimitedTableProps) {
  const parsed = useMemo(() => parseDelimited(text, delimiterOf(name, text)), [name, text]);
  const [head = [], ...all] = parsed;
  const rows = cut ? all.slice(0, -1) : all;
  return (
    <>
      <p className={classes['quiet']}>
        {cut ? 'The first ' : ''}
        {formatInteger(rows.length)} {rows.length === 1 ? 'row' : 'rows'}, {formatInteger(head.length)}{' '}
        {head.length === 1 ? 'column' : 'columns'}
      </p>
      <ValueGrid name={name} head={head} rows={rows} />
    </>
  );
}
