import type { KeyboardEvent } from 'react';
import { clearCrosshair } from '../crosshair.store.ts';
import { toggleFrozen } from './chart-gestures.ts';
import type { GestureTarget } from './gesture-target.ts';
import { type Plot, xToPixel } from './plot.model.ts';
import { firstSnap, type Snap, stepLine, stepPoint } from './reading.model.ts';
import { type Zoom, zoomAround } from './zoom.model.ts';

type KeyAction = (target: GestureTarget, snap: Snap) => Snap | undefined;

const many = 10;
/** Of what is in view, for each press. */
const panShare = 0.25;

const actions: Readonly<Record<string, KeyAction>> = {
  ArrowLeft: ({ plot }, snap) => stepPoint(plot, snap, -1),
  ArrowRight: ({ plot }, snap) => stepPoint(plot, snap, 1),
  'shift+ArrowLeft': ({ plot }, snap) => stepPoint(plot, snap, -many),
  'shift+ArrowRight': ({ plot }, snap) => stepPoint(plot, snap, many),
  Home: ({ plot }, snap) => stepPoint(plot, snap, -Infinity),
  End: ({ plot }, snap) => stepPoint(plot, snap, Infinity),
  ArrowUp: ({ plot }, snap) => stepLine(plot, snap, 1),
  ArrowDown: ({ plot }, snap) => stepLine(plot, snap, -1),
  '+': (target, snap) => zoomBy(target, snap, 0.5),
  '=': (target, snap) => zoomBy(target, snap, 0.5),
  '-': (target, snap) => zoomBy(target, snap, 2),
  '<': (target) => zoom(target, panned(target.plot, -panShare)),
  '>': (target) => zoom(target, panned(target.plot, panShare)),
  ' ': ({ store }) => {
    toggleFrozen(store);
    return undefined;
  },
  Escape: ({ store }) => {
    clearCrosshair(store, true);
    return undefined;
  },
};

function zoomBy(target: GestureTarget, snap: Snap, factor: number): undefined {
  return zoom(target, zoomAround(target.plot, snap.x, factor));
}

function zoom(target: GestureTarget, to: Zoom): undefined {
  target.onZoom(to);
}

function panned({ xAxis: { low, high } }: Plot, share: number): Zoom {
  const by = (high - low) * share;
  return { x: [low + by, high + by] };
}

interface ChartKeyHandlers {
  readonly onReset: () => void;
  /** Another order of the lines at the crosshair. */
  readonly onOrder: () => void;
}

/**
 * Arrows move the crosshair by point and by run, plus and minus zoom, < and > pan, 0 shows all again, space freezes,
 * O changes the order of what is told.
 */
export function pressChartKey(
  event: KeyboardEvent,
  target: GestureTarget | undefined,
  { onReset, onOrder }: ChartKeyHandlers,
): void {
  if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const whole = { 0: onReset, o: onOrder }[event.key];
  if (whole !== undefined) {
    event.preventDefault();
    whole();
    return;
  }
  const action = actions[event.shiftKey && event.key.startsWith('Arrow') ? `shift+${event.key}` : event.key];
  const { store, plot } = target;
  // Where nothing is pointed at, Escape is the page's.
  if (event.key === 'Escape' && store.getState().at === undefined) return;
  const known = snapOf(target);
  const snap = known ?? firstSnap(plot);
  if (action === undefined || snap === undefined) return;
  event.preventDefault();
  const next = known === undefined ? snap : action(target, snap);
  const runId = plot.lines.find((line) => line.id === next?.line)?.runId;
  if (next === undefined) return;
  point(target, next, runId);
}

/** Puts the crosshair there, and has it told. */
function point({ store, plot, chartId, axis }: GestureTarget, { line, x }: Snap, runId?: string): void {
  const { frozen } = store.getState();
  const side = xToPixel(plot, x) > plot.frame.left + plot.frame.width / 2 ? 'left' : 'right';
  store.setState({ at: { axis, x }, chartId, line, runId, side, frozen, byKey: true }, true);
}

/** Where the crosshair is on this very chart. */
function snapOf({ store, chartId, axis }: GestureTarget): Snap | undefined {
  const { at, line, chartId: owner } = store.getState();
  return owner === chartId && at?.axis === axis && line !== undefined ? { line, x: at.x } : undefined;
}
