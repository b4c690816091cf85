import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { formatNumber } from '../ui/number.model.ts';
import { useTheme } from '../preferences/use-theme.ts';
import { type GestureTarget, listenToGestures } from './chart-gestures.ts';
import { pressChartKey } from './chart-keys.ts';
import { ChartReadout } from './chart-readout.tsx';
import { type ChartSurface, createChartSurface } from './chart-surface.ts';
import { readChartTheme } from './chart-theme.ts';
import classes from './chart.module.css';
import { clearCrosshair, useCrosshairStore } from './crosshair.store.ts';
import type { DrawnLine } from './drawn-line.model.ts';
import { layoutPlot, type PlotView } from './plot.model.ts';
import { useSize } from './use-size.ts';
import type { Zoom } from './zoom.model.ts';

interface LineChartProps {
  /** Unlike that of any other chart on the page. */
  readonly chartId: string;
  /** What it shows, for those who cannot see it: "val_loss by step, 12 runs". */
  readonly label: string;
  readonly lines: readonly DrawnLine[];
  readonly view: PlotView;
  readonly onZoom: (zoom: Zoom) => void;
  /** Show all again. */
  readonly onReset: () => void;
  /** Said in the middle of the frame, where there is nothing to draw. */
  readonly notice?: ReactNode;
}

/** Lines with a crosshair that all charts of the page share; by pointer, finger and keyboard. */
export function LineChart({ chartId, label, lines, view, onZoom, onReset, notice }: LineChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const touch = useRef<HTMLDivElement>(null);
  const surface = useRef<ChartSurface>(undefined);
  const target = useRef<GestureTarget>(undefined);
  const store = useCrosshairStore();
  const { getState } = store;
  const size = useSize(host);
  const scheme = useTheme();
  const plot = useMemo(
    () => (size === undefined ? undefined : layoutPlot(lines, view, { ...size, zoneMs: zoneOf(lines) })),
    [lines, view, size],
  );

  useLayoutEffect(() => {
    if (canvas.current === null || overlay.current === null || size === undefined) return;
    const drawing = surface.current ?? createChartSurface(canvas.current, overlay.current, getState);
    surface.current = drawing;
    const chartTheme = readChartTheme(canvas.current, scheme);
    if (plot === undefined) return;
    drawing.draw(plot, size, chartTheme, view.x);
  }, [plot, size, scheme, getState, view.x]);
  useLayoutEffect(() => {
    if (plot === undefined || surface.current === undefined) return;
    target.current = { chartId, plot, axis: view.x, store, surface: surface.current, onZoom };
  }, [chartId, plot, view.x, store, onZoom]);

  useEffect(
    () => (touch.current === null ? undefined : listenToGestures(touch.current, () => target.current)),
    [],
  );
  useEffect(() => store.subscribe(() => surface.current?.point()), [store]);
  useEffect(
    () => () => {
      surface.current?.dispose();
      surface.current = undefined;
    },
    [],
  );

  return (
    <div ref={host} className={classes['chart']}>
      <div ref={canvas} className={classes['canvas']} aria-hidden="true" />
      <canvas ref={overlay} className={classes['overlay']} aria-hidden="true" />
      {plot?.scale.kind === 'symlog' && (
        <span className={classes['corner']}>
          linear near zero, below {formatNumber(plot.scale.threshold)}
        </span>
      )}
      {notice !== undefined && <div className={classes['notice']}>{notice}</div>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- role application means that it answers keys */}
      <div
        ref={touch}
        className={classes['touch']}
        role="application"
        aria-roledescription="line chart"
        aria-label={`${label}. Arrow keys move by point and by run, plus and minus zoom, 0 shows all.`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the chart answers keys
        tabIndex={0}
        onDoubleClick={onReset}
        onKeyDown={(event) => pressChartKey(event, target.current, onReset)}
        onBlur={() => clearCrosshair(store)}
      />
      {plot !== undefined && <ChartReadout chartId={chartId} plot={plot} axis={view.x} />}
    </div>
  );
}

/** The reader's time zone where the lines are, in milliseconds east of UTC. */
function zoneOf(lines: readonly DrawnLine[]): number {
  return -new Date(lines[0]?.xs[0] ?? 0).getTimezoneOffset() * 60_000 || 0;
}
