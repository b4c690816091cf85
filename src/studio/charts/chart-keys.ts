import type { KeyboardEvent } from 'react';
import { type GestureTarget, toggleFrozen } from './chart-gestures.ts';
import { clearCrosshair } from './crosshair.store.ts';
import { firstSnap, type Snap, stepLine, stepPoint } from './reading.model.ts';
import { zoomAround } from './zoom.model.ts';

type KeyAction = (target: GestureTarget, snap: Snap) => Snap | undefined;

const many = 10;

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
  target.onZoom(zoomAround(target.plot, snap.x, factor));
}

/** Arrows move the crosshair by point and by run, plus and minus zoom, 0 shows all again, space freezes. */
export function pressChartKey(
  event: KeyboardEvent,
  target: GestureTarget | undefined,
  onReset: () => void,
): void {
  if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '0') {
    event.preventDefault();
    onReset();
    return;
  }
  const action = actions[event.shiftKey && event.key.startsWith('Arrow') ? `shift+${event.key}` : event.key];
  const { store, plot, chartId, axis } = target;
  // Where nothing is pointed at, Escape is the page's.
  if (event.key === 'Escape' && store.getState().at === undefined) return;
  const known = snapOf(target);
  const snap = known ?? firstSnap(plot);
  if (action === undefined || snap === undefined) return;
  event.preventDefault();
  const next = known === undefined ? snap : action(target, snap);
  if (next === undefined) return;
  const { frozen } = store.getState();
  store.setState({ at: { axis, x: next.x }, chartId, runId: next.runId, frozen, byKey: true }, true);
}

/** Where the crosshair is on this very chart. */
function snapOf({ store, chartId, axis }: GestureTarget): Snap | undefined {
  const { at, runId, chartId: owner } = store.getState();
  return owner === chartId && at?.axis === axis && runId !== undefined ? { runId, x: at.x } : undefined;
}
