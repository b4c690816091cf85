import { Button } from '@mantine/core';
import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTheme } from '#studio/preferences/use-theme.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { readChartTheme } from '../scene/chart-theme.ts';
import { pointAtRun, useCrosshairStore } from '../crosshair.store.ts';
import { useSize } from '../scene/use-size.ts';
import { ChosenRuns } from './chosen-runs.tsx';
import classes from './over-runs.module.css';
import { HoveredName } from './parallel-chart.tsx';
import { rowColours } from './row-colours.ts';
import type { RunTable } from './run-table.model.ts';
import { type Box, layoutScatter, marksInside, nearestMark } from './scatter.model.ts';
import { paintMark, paintScatter } from './scatter-painter.ts';

interface ScatterChartProps {
  readonly table: RunTable;
  readonly across: string;
  readonly up: string;
  readonly onOpen?: ((runId: string) => void) | undefined;
  readonly onKeep?: ((runIds: readonly string[]) => void) | undefined;
  /** Chooses runs without leaving out the others: what to do with them is asked elsewhere on the page. */
  readonly onSelect?: ((runIds: readonly string[]) => void) | undefined;
}

const reachPixels = 16;

/** A mark a run over two terms, with the straight line that fits them best; a drawn box chooses runs. */
export function ScatterChart({ table, across, up, onOpen, onKeep, onSelect }: ScatterChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const size = useSize(host);
  const scheme = useTheme();
  const store = useCrosshairStore();
  const [box, setBox] = useState<Box>();
  const plot = useMemo(
    () => (size === undefined ? undefined : layoutScatter(table, { across, up, ...size })),
    [table, across, up, size],
  );
  const colours = useMemo(() => rowColours(table, undefined, scheme, ''), [table, scheme]);
  useLayoutEffect(() => {
    if (canvas.current === null || plot === undefined) return;
    paintScatter(canvas.current, { plot, colours, theme: readChartTheme(canvas.current, scheme) });
  }, [plot, colours, scheme]);
  useEffect(() => {
    const rowOf = new Map(table.runs.map((run, row) => [run.runId, row]));
    const paint = (): void => {
      const { current } = over;
      if (current === null || plot === undefined) return;
      const row = rowOf.get(store.getState().runId ?? '');
      paintMark(current, { plot, colours, theme: readChartTheme(current, scheme) }, row);
      if (canvas.current !== null) canvas.current.style.opacity = row === undefined ? '1' : '0.4';
    };
    return store.subscribe(paint);
  }, [store, table, plot, colours, scheme]);
  const chosen = plot === undefined || box === undefined ? [] : marksInside(plot, box);
  const gestures = useBox(setBox, (place) => {
    const row = plot === undefined ? undefined : nearestMark(plot, place, reachPixels);
    return row === undefined ? undefined : table.runs[row]?.runId;
  });
  return (
    <div className={classes['scatter']}>
      <div ref={host} className={classes['scatter-body']} aria-hidden="true" {...gestures(store, onOpen)}>
        <canvas ref={canvas} />
        <canvas ref={over} />
        {box !== undefined && <span className={classes['box']} style={toStyle(box)} />}
        <HoveredName table={table} />
      </div>
      <div className={classes['foot']}>
        <output>{plot === undefined ? '' : tell(table, plot)}</output>
        {chosen.length > 0 && (
          <>
            <output>{formatInteger(chosen.length)} in the box</output>
            <ChosenRuns
              runIds={chosen.flatMap((row) => table.runs[row]?.runId ?? [])}
              onKeep={onKeep}
              onSelect={onSelect}
            />
            <Button size="compact-sm" variant="default" onClick={() => setBox(undefined)}>
              Clear
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function tell(table: RunTable, plot: NonNullable<ReturnType<typeof layoutScatter>>): string {
  const drawn = table.runs.length - plot.without;
  const parts = [`${formatInteger(drawn)} of ${formatInteger(table.runs.length)} runs have both values`];
  if (plot.trend !== undefined) {
    parts.push(`the line explains ${Math.round(plot.trend.explained * 100)} % of the variance`);
  }
  return parts.join(' · ');
}

function toStyle({ left, top, right, bottom }: Box) {
  return { insetInlineStart: left, insetBlockStart: top, inlineSize: right - left, blockSize: bottom - top };
}

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Pointing, pressing and drawing a box, from one place. */
function useBox(setBox: (box: Box | undefined) => void, runAt: (place: Place) => string | undefined) {
  const start = useRef<Place>(undefined);
  const placeOf = (event: PointerEvent<HTMLElement>): Place => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  return (store: ReturnType<typeof useCrosshairStore>, onOpen: ((runId: string) => void) | undefined) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      start.current = placeOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const place = placeOf(event);
      if (start.current === undefined) {
        const runId = runAt(place);
        if (runId !== store.getState().runId) pointAtRun(store, runId);
      } else setBox(between(start.current, place));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      start.current = undefined;
      if (from === undefined) return;
      const to = placeOf(event);
      if (Math.hypot(to.left - from.left, to.top - from.top) > 4) return;
      setBox(undefined);
      const runId = runAt(to);
      if (runId !== undefined) onOpen?.(runId);
    },
    onPointerLeave: () => pointAtRun(store, undefined),
  });
}

function between(a: Place, b: Place): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.left, b.left),
    bottom: Math.max(a.top, b.top),
  };
}
