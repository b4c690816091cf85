/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { DirectionControl } from '#studio/metric/direction-control.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { isNumeric, isSortable, metricOf } from './column.model.ts';
import { columnLabel, shortLabel, summaryWord } from './column-label.model.ts';
import { clampWidth, isName, type PlacedColumn } from './column-layout.model.ts';
import type { HeaderCellProps } from './header-props.ts';
import classes from './grid-header.module.css';
import { ResizeEdge } from './resize-edge.tsx';
import { sortOf } from './use-column-actions.ts';
import { useColumnDrag } from './use-column-drag.ts';

const resizeStepPx = 16;

/** A heading: sorts when pressed, moves when dragged; its menu does the same and more. */
export function HeaderCell(props: HeaderCellProps) {
  const { placed, layout, sort, actions, directions, onDirection } = props;
  const { column } = placed;
  const fixed = isName(column);
  const term = sortOf(sort, column);
  const drag = useColumnDrag(layout, placed, (position) => actions.move(column, position));
  const sorted = term === undefined ? 'none' : term.descending ? 'descending' : 'ascending';
  const metric = metricOf(column);
  const byKey = (event: React.KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) actions.resize(column, clampWidth(placed.width + step * resizeStepPx));
    else if (!fixed) actions.move(column, placed.position + step);
  };
  return (
    <div
      role="columnheader"
      aria-label={columnLabel(column)}
      aria-colindex={placed.position + 2}
      aria-sort={isSortable(column) ? sorted : undefined}
      className={fixed ? classes['name'] : classes['cell']}
      data-number={isNumeric(column)}
      data-dragged={drag.shift !== undefined}
      style={{
        ...placed.style,
        ...(drag.shift === undefined ? {} : { transform: `translateX(${drag.shift}px)` }),
      }}
    >
      <button
        type="button"
        className={classes['heading']}
        title={headingTitle(placed)}
        {...(fixed ? {} : drag.handlers)}
        onKeyDown={byKey}
        onClick={(event) => {
          if (!drag.wasDragged() && isSortable(column)) actions.toggleSort(column, event.shiftKey);
        }}
      >
        <span className={classes['text']}>{layout.grouped ? shortLabel(column) : columnLabel(column)}</span>
        {layout.grouped && <span className={classes['summary']}>{summaryWord(column)}</span>}
        {term !== undefined && (term.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
        {term !== undefined && sort.length > 1 && <span className={classes['rank']}>{term.rank}</span>}
      </button>
      {metric !== undefined && (
        <DirectionControl metric={metric} directions={directions} onSet={onDirection} />
      )}
      {!fixed && <ColumnMenu placed={placed} sort={sort} actions={actions} />}
      <ResizeEdge placed={placed} onResize={(width) => actions.resize(column, width)} />
    </div>
  );
}

const kindWords = {
  own: '',
  metrics: 'metric ',
  spark: 'metric ',
  params: 'parameter ',
  tags: 'tag ',
} as const;

function headingTitle({ column }: PlacedColumn): string {
  const name = `${kindWords[column.kind]}${columnLabel(column)}`;
  const how = isSortable(column) ? ' · click to sort, Shift-click to sort further' : ' · not sorted by';
  return `${name}${how} · drag, or Alt+←/→, to move · Alt+Shift+←/→ for its width`;
}
