import { useState } from 'react';
import { clampWidth, type PlacedColumn } from './column-layout.model.ts';
import classes from './grid-header.module.css';

interface ResizeEdgeProps {
  readonly placed: PlacedColumn;
  readonly onResize: (width: number) => void;
}

/** Dragged by pointer; from the keyboard the heading itself does it (Alt+Shift+arrows). */
export function ResizeEdge({ placed, onResize }: ResizeEdgeProps) {
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
        if (start !== undefined) onResize(clampWidth(start.width + event.clientX - start.x));
      }}
      onPointerUp={() => setStart(undefined)}
      onPointerCancel={() => setStart(undefined)}
    />
  );
}
