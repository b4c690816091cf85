import { IconGripVertical } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { chartHeight, columnGap } from './grid-layout.model.ts';
import { resized, usualSize } from './card-size.model.ts';
import classes from './metric-card.module.css';
import { type MetricCardProps, withKey } from './metric-card-props.ts';
import { useDrag } from './use-drag.ts';

interface CardEdgesProps extends MetricCardProps {
  readonly card: RefObject<HTMLElement | null>;
  readonly columnWidth: number;
  readonly onMove: (metric: string, by: { readonly x: number; readonly y: number } | number) => void;
}

/** The grip that a chart is moved by, and the corner that it is sized by; with arrow keys too. */
export function CardEdges({ metric, view, onChange, card, columnWidth, onMove }: CardEdgesProps) {
  const size = view.sizes.get(metric) ?? usualSize;
  const resize = (columns: number, rows: number): void =>
    onChange((now) => {
      const before = now.sizes.get(metric) ?? usualSize;
      return { sizes: withKey(now.sizes, metric, resized(before, columns, rows)) };
    }, 'refine');
  const startMove = useDrag({
    onDrag: (x, y) => shift(card.current, `${x}px ${y}px`),
    onEnd: (x, y, kept) => {
      shift(card.current, '');
      if (kept) onMove(metric, { x, y });
    },
  });
  const startResize = useDrag({
    onDrag: () => undefined,
    onEnd: (x, y, kept) => {
      if (kept) resize(Math.round(x / (columnWidth + columnGap)), Math.round(y / chartHeight));
    },
  });
  return (
    <>
      <button
        type="button"
        className={classes['grip']}
        aria-label={`Move ${metric}`}
        title="Drag to move; arrow keys too"
        onPointerDown={startMove}
        onKeyDown={(event) => {
          const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          onMove(metric, by);
        }}
      >
        <IconGripVertical size={14} />
      </button>
      <button
        type="button"
        className={classes['corner']}
        aria-label={`Size of ${metric}, ${size.columns} wide, ${size.rows} high`}
        title="Drag to size; arrow keys too"
        onPointerDown={startResize}
        onKeyDown={(event) => {
          const by = {
            ArrowLeft: [-1, 0],
            ArrowRight: [1, 0],
            ArrowUp: [0, -1],
            ArrowDown: [0, 1],
          }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          resize(by[0] ?? 0, by[1] ?? 0);
        }}
      />
    </>
  );
}

/** Draws a card away from its place while it is dragged; nowhere else, for it lies there until it is dropped. */
function shift(card: HTMLElement | null, by: string): void {
  if (card === null) return;
  card.style.translate = by;
  card.toggleAttribute('data-dragged', by !== '');
}
