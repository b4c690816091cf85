import { useRef, useState } from 'react';
import type { ColumnLayout, PlacedColumn } from './column-layout.model.ts';

/** A press that moves less is a click. */
const slackPx = 5;

/** Lets a heading be dragged to another place. `shift` is how far it is away from its own, in pixels. */
export function useColumnDrag(layout: ColumnLayout, placed: PlacedColumn, onMove: (to: number) => void) {
  const [shift, setShift] = useState<number>();
  const start = useRef<number>(undefined);
  const dragged = useRef(false);

  const end = (): void => {
    start.current = undefined;
    setShift(undefined);
  };
  return {
    shift,
    /** Whether the press that just ended was a drag: then its click means nothing. */
    wasDragged: (): boolean => dragged.current,
    handlers: {
      onPointerDown: (event: React.PointerEvent<HTMLElement>): void => {
        if (event.button !== 0) return;
        dragged.current = false;
        start.current = event.clientX;
      },
      onPointerMove: (event: React.PointerEvent<HTMLElement>): void => {
        if (start.current === undefined) return;
        const distance = event.clientX - start.current;
        if (!dragged.current && Math.abs(distance) < slackPx) return;
        dragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        setShift(distance);
      },
      onPointerUp: (): void => {
        if (shift !== undefined) onMove(positionAt(layout, placed, shift));
        end();
      },
      onPointerCancel: end,
    },
  };
}

/** Where a column lands: where its middle is over another's half. */
function positionAt(layout: ColumnLayout, placed: PlacedColumn, shift: number): number {
  const middle = placed.left + placed.width / 2 + shift;
  const all = [...layout.pinned, ...layout.columns];
  return all.filter((other) => other !== placed && other.left + other.width / 2 < middle).length;
}
