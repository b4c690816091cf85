/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import { useMemo } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './artifacts.module.css';
import { delimiterOf, parseDelimited } from '#domain/delimited-text.ts';
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import { useRowHeight } from '#studio/ui/use-row-height.ts';

interface DelimitedTableProps {
  readonly name: string;
  readonly text: string;
  /** The text ends in the middle of the file, so its last row may be half. */
  readonly cut: boolean;
}

const numeral = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

/** A table of values, its first row as the heading. Only rows in sight exist. */
export function DelimitedTable({ name, text, cut }: DelimitedTableProps) {
  const parsed = useMemo(() => parseDelimited(text, delimiterOf(name, text)), [name, text]);
  const [head = [], ...all] = parsed;
  const rows = cut ? all.slice(0, -1) : all;
  const rowHeight = useRowHeight();
  const { setScroller, items, height } = useGridWindow({ rows: rows.length, rowHeight, above: 32 });
  const columns = `repeat(${head.length}, minmax(120px, 1fr))`;
  return (
    <>
      <p className={classes['quiet']}>
        {cut ? 'The first ' : ''}
        {formatInteger(rows.length)} {rows.length === 1 ? 'row' : 'rows'}, {formatInteger(head.length)}{' '}
        {head.length === 1 ? 'column' : 'columns'}
      </p>
      <div
        ref={setScroller}
        className={classes['grid']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
        tabIndex={0}
        role="table"
        aria-label={name}
        aria-rowcount={rows.length + 1}
      >
        <div
          role="row"
          aria-rowindex={1}
          className={classes['grid-head']}
          style={{ gridTemplateColumns: columns }}
        >
          {head.map((field, index) => (
            <span
              // oxlint-disable-next-line react/no-array-index-key -- columns have no other name
              key={index}
              role="columnheader"
              data-number={numeral.test(rows[0]?.[index] ?? '')}
              title={field}
            >
              {field}
            </span>
          ))}
        </div>
        <div role="rowgroup" style={{ blockSize: height, position: 'relative' }}>
          {items.map(({ index, start }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className={classes['grid-row']}
              style={{ gridTemplateColumns: columns, transform: `translateY(${start}px)` }}
            >
              {head.map((_field, column) => {
                const value = rows[index]?.[column] ?? '';
                return (
                  // oxlint-disable-next-line react/no-array-index-key -- as above
                  <span key={column} role="cell" data-number={numeral.test(value)} title={value}>
                    {value}
                  </span>
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
