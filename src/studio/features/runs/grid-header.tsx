/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { columnId, columnLabel, isNumeric, isSortable } from './column.model.ts';
import { clampWidth, type ColumnLayout, type PlacedColumn } from './column-layout.model.ts';
import classes from './runs-grid.module.css';
import type { SortTerm } from './runs-view.model.ts';
import { useColumnDrag } from './use-column-drag.ts';

interface GridHeaderProps {
  readonly layout: ColumnLayout;
  /** Those in sight. */
  readonly columns: readonly PlacedColumn[];
  readonly sort: readonly SortTerm[];
  readonly onSort: (placed: PlacedColumn, add: boolean) => void;
  readonly onResize: (placed: PlacedColumn, width: number) => void;
  /** To a position among the columns. */
  readonly onMove: (placed: PlacedColumn, position: number) => void;
}

/** The headings; scrolling down does not render them anew. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { layout, columns } = props;
  return (
    <div role="rowgroup" className={classes['head']} style={{ inlineSize: layout.width }}>
      <div role="row" aria-rowindex={1} className={classes['head-row']}>
        <HeaderCell {...props} placed={layout.name} />
        {columns.map((placed) => (
          <HeaderCell key={columnId(placed.column)} {...props} placed={placed} />
        ))}
      </div>
    </div>
  );
});

const resizeStepPx = 16;

function HeaderCell(props: GridHeaderProps & { readonly placed: PlacedColumn }) {
  const { placed, layout, sort, onSort, onResize, onMove } = props;
  const { column } = placed;
  const isPinned = placed.position < 0;
  const at = sort.findIndex((term) => columnId(term.column) === columnId(column));
  const term = sort[at];
  const drag = useColumnDrag(layout, placed, (position) => onMove(placed, position));
  const sorted = term === undefined ? 'none' : term.descending ? 'descending' : 'ascending';
  const byKey = (event: React.KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) onResize(placed, clampWidth(placed.width + step * resizeStepPx));
    else if (!isPinned) onMove(placed, placed.position + step);
  };
  return (
    <div
      role="columnheader"
      aria-colindex={placed.position + 2}
      aria-sort={isSortable(column) ? sorted : undefined}
      className={isPinned ? classes['head-name'] : classes['head-cell']}
      data-number={isNumeric(column)}
      data-dragged={drag.shift !== undefined}
      style={{
        inlineSize: placed.width,
        ...(isPinned ? {} : { insetInlineStart: placed.left }),
        ...(drag.shift === undefined ? {} : { transform: `translateX(${drag.shift}px)` }),
      }}
    >
      <button
        type="button"
        className={classes['heading']}
        title={headingTitle(placed)}
        {...(isPinned ? {} : drag.handlers)}
        onKeyDown={byKey}
        onClick={(event) => {
          if (!drag.wasDragged() && isSortable(column)) onSort(placed, event.shiftKey);
        }}
      >
        <span className={classes['heading-text']}>{columnLabel(column)}</span>
        {column.kind === 'params' && (
          <span className={classes['heading-kind']} aria-hidden="true">
            param
          </span>
        )}
        {term !== undefined && (term.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
        {term !== undefined && sort.length > 1 && <span className={classes['sort-rank']}>{at + 1}</span>}
      </button>
      <ResizeEdge placed={placed} onResize={onResize} />
    </div>
  );
}

const kindWords = { own: '', metrics: 'metric ', params: 'parameter ', tags: 'tag ' } as const;

function headingTitle({ column }: PlacedColumn): string {
  const name = `${kindWords[column.kind]}${columnLabel(column)}`;
  const how = isSortable(column) ? ' · click to sort, Shift-click to sort further' : ' · not sorted by';
  return `${name}${how} · drag, or Alt+←/→, to move`;
}

interface ResizeEdgeProps {
  readonly placed: PlacedColumn;
  readonly onResize: (placed: PlacedColumn, width: number) => void;
}

/** Dragged by pointer; from the keyboard the heading itself does it (Alt+Shift+arrows). */
function ResizeEdge({ placed, onResize }: ResizeEdgeProps) {
  const [start, setStart] = useState<{ readonly x: number; readonly width: number }>();
  return (
    <span
      aria-hidden="true"
      className={classes['edge']}
      data-active={start !== undefined}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart({ x: event.clientX, width: placed.width });
      }}
      onPointerMove={(event) => {
        if (start !== undefined) onResize(placed, clampWidth(start.width + event.clientX - start.x));
      }}
      onPointerUp={() => setStart(undefined)}
      onPointerCancel={() => setStart(undefined)}
    />
  );
}
