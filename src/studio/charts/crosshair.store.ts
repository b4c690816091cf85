import type { ChartAxis } from './scene/chart-axis.ts';
import { createContext, useContext } from 'react';
import { createStore, type StoreApi } from 'zustand';

export interface Crosshair {
  /** Where on x, and of which axis; absent while nothing is pointed at. */
  readonly at?: { readonly axis: ChartAxis; readonly x: number } | undefined;
  /** The chart that is pointed at: only it shows the panel. */
  readonly chartId?: string | undefined;
  /** The line that is pointed at there: a chart of several metrics has more than one for each run. */
  readonly line?: string | undefined;
  /** The run that stands out in every view. */
  readonly runId?: string | undefined;
  /** On which side of the crosshair the window has room for the panel. */
  readonly side?: 'left' | 'right';
  /** Stays where it is until pressed again. */
  readonly frozen: boolean;
  /** Told aloud only when moved by key: a pointer moves too often. */
  readonly byKey: boolean;
}

export type CrosshairStore = StoreApi<Crosshair>;

const nowhere: Crosshair = { frozen: false, byKey: false };

/** One for each page: its charts, lists and tables point at the same thing. */
export function createCrosshairStore(): CrosshairStore {
  return createStore<Crosshair>()(() => nowhere);
}

/** Nothing is pointed at any more; a frozen crosshair stays unless `force` is given. */
export function clearCrosshair(store: CrosshairStore, force = false): void {
  if (force || !store.getState().frozen) store.setState(nowhere, true);
}

/** Makes one run stand out everywhere, from a list or a table. */
export function pointAtRun(store: CrosshairStore, runId: string | undefined): void {
  if (!store.getState().frozen) store.setState({ ...nowhere, runId }, true);
}

export const CrosshairContext = createContext<CrosshairStore | undefined>(undefined);

export function useCrosshairStore(): CrosshairStore {
  const store = useContext(CrosshairContext);
  if (store === undefined) throw new Error('Charts need a <CrosshairProvider> above them.');
  return store;
}
