/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import { useRowHeight } from '#studio/ui/use-row-height.ts';
import classes from '../artifacts.module.css';

interface ValueGridProps {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const numeral = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

/** A table of values. Only rows in sight exist. */
export function ValueGrid({ name, head, rows }: ValueGridProps) {
  const rowHeight = useRowHeight();
  const { setScroller, items, height } = useGridWindow({ rows: rows.length, rowHeight, above: 32 });
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
      <div role="rowgroup" className={classes['grid-head']}>
        <div role="row" aria-rowindex={1} style={{ display: 'grid', gridTemplateColumns: columns }}>
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
  );
}
