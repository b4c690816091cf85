import { formatInteger } from '#studio/ui/number.model.ts';
import { useGridWindow } from '#studio/ui/use-grid-window.ts';
import classes from './column-chooser.module.css';
import { type Column, columnId } from './column.model.ts';
import { type ColumnLine, lineId } from './column-list.model.ts';

interface ColumnListProps {
  readonly lines: readonly ColumnLine[];
  readonly shown: ReadonlySet<string>;
  readonly onToggle: (column: Column, show: boolean) => void;
}

const linePx = 32;

/** All columns to choose from; of thousands only those in sight are drawn. */
export function ColumnList({ lines, shown, onToggle }: ColumnListProps) {
  const { setScroller, items, height } = useGridWindow({ rows: lines.length, rowHeight: linePx, above: 0 });
  return (
    <section
      ref={setScroller}
      className={classes['list']}
      aria-label="Columns to choose from"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
      tabIndex={0}
    >
      <div style={{ blockSize: height, position: 'relative' }}>
        {items
          .toSorted((a, b) => a.index - b.index)
          .map(({ index, start }) => {
            const line = lines[index];
            return line === undefined ? null : (
              <div key={lineId(line)} className={classes['line']} style={{ insetBlockStart: start }}>
                <Line line={line} shown={shown} onToggle={onToggle} />
              </div>
            );
          })}
      </div>
    </section>
  );
}

function Line({ line, shown, onToggle }: Omit<ColumnListProps, 'lines'> & { readonly line: ColumnLine }) {
  if (line.kind === 'heading') {
    return (
      <p className={classes['heading']}>
        {line.title} <span className={classes['count']}>{line.count}</span>
      </p>
    );
  }
  const checked = shown.has(columnId(line.column));
  return (
    <label className={classes['item']}>
      <input type="checkbox" checked={checked} onChange={() => onToggle(line.column, !checked)} />
      <span className={classes['label']} title={line.label}>
        {line.label}
      </span>
      {line.runs !== undefined && (
        <span className={classes['count']} title="Runs that have it">
          {formatInteger(line.runs)}
        </span>
      )}
    </label>
  );
}
