import type { ChartAxis } from '../scene/chart-axis.ts';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useCrosshairStore } from '../crosshair.store.ts';
import { readChartTheme } from '../scene/chart-theme.ts';
import type { Size } from '../scene/use-size.ts';
import { type ChartSurface, createChartSurface } from './chart-surface.ts';
import classes from './chart.module.css';
import type { Plot } from './plot.model.ts';

interface Drawing {
  readonly plot: Plot | undefined;
  readonly size: Size | undefined;
  readonly scheme: 'light' | 'dark';
  readonly axis: ChartAxis;
  readonly light: 'everywhere' | 'here' | 'off';
  readonly chartId: string;
}

/** The canvases of a chart and what draws on them, whenever the plot or the page's crosshair changes. */
export function useChartSurface({ plot, size, scheme, axis, light, chartId }: Drawing): {
  readonly canvases: ReactNode;
  readonly surface: RefObject<ChartSurface | undefined>;
} {
  const host = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const surface = useRef<ChartSurface>(undefined);
  const store = useCrosshairStore();
  const crosshairNow = useRef(store.getState);
  useLayoutEffect(() => {
    crosshairNow.current = () => {
      const now = store.getState();
      const lit = light === 'everywhere' || (light === 'here' && now.chartId === chartId);
      return lit ? now : { ...now, runId: undefined };
    };
  }, [store, light, chartId]);
  useLayoutEffect(() => {
    if (host.current === null || overlay.current === null) return;
    if (plot === undefined || size === undefined) return;
    surface.current ??= createChartSurface(host.current, overlay.current, () => crosshairNow.current());
    surface.current.draw(plot, size, readChartTheme(host.current, scheme), axis);
  }, [plot, size, scheme, axis]);
  useEffect(() => store.subscribe(() => surface.current?.point()), [store]);
  useEffect(
    () => () => {
      surface.current?.dispose();
      surface.current = undefined;
    },
    [],
  );
  const canvases = (
    <>
      <div ref={host} className={classes['canvas']} aria-hidden="true" />
      <canvas ref={overlay} className={classes['overlay']} aria-hidden="true" hidden />
    </>
  );
  return { canvases, surface };
}
