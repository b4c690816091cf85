/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import { useMemo } from 'react';
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import { useRowHeight } from '#studio/ui/use-row-height.ts';
import classes from '../artifacts.module.css';

interface ValueGridProps {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const numeral = /^\s*[+-]?(\d+\.?\d*|\.\d+|NaN|inf(inity)?)(e[+-]?\d+)?\s*$/i;
/** So many rows tell what a column holds. */
const looked = 100;

/** A table of values. Only rows in sight exist. */
export function ValueGrid({ name, head, rows }: ValueGridProps) {
  const rowHeight = useRowHeight();
  const { setScroller, items, height } = useGridWindow({ rows: rows.length, rowHeight, above: 32 });
  const numeric = useMemo(() => head.map((_field, column) => holdsNumbers(rows, column)), [head, rows]);
  const columns = `repeat(${head.length}, minmax(120px, 1fr))`;
  return (
    <div
      ref={setScroller}
      className={classes['grid']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
      tabIndex={0}
      role="table"
      aria-label={name}
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup" className={classes['grid-top']}>
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
              data-number={numeric[index]}
              title={field}
            >
              {field}
            </span>
          ))}
        </div>
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
                <span key={column} role="cell" data-number={numeric[column]} title={value}>
                  {value}
                </span>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function holdsNumbers(rows: readonly (readonly string[])[], column: number): boolean {
  const values = rows.slice(0, looked).flatMap((row) => (row[column] ?? '') || []);
  return values.length > 0 && values.every((value) => numeral.test(value));
}
