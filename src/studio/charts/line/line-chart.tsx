import { formatNumber } from '#studio/ui/number.model.ts';
import { useTheme } from '#studio/preferences/use-theme.ts';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { clearCrosshair, useCrosshairStore } from '../crosshair.store.ts';
import { type Size, useSize } from '../scene/use-size.ts';
import { listenToGestures } from './chart-gestures.ts';
import { pressChartKey } from './chart-keys.ts';
import type { ChartNote } from './chart-note.ts';
import { ChartNotes } from './chart-notes.tsx';
import { after, ChartReadout } from './chart-readout.tsx';
import classes from './chart.module.css';
import type { DrawnLine } from './drawn-line.model.ts';
import type { GestureTarget } from './gesture-target.ts';
import { OffScaleChips } from './off-scale-chips.tsx';
import { layoutPlot, type PlotView } from './plot.model.ts';
import type { ReadingOrder } from './reading.model.ts';
import { useChartSurface } from './use-chart-surface.tsx';
import { useZoomHint } from './use-zoom-hint.ts';
import { useZoomPreview } from './use-zoom-preview.ts';
import type { Zoom } from './zoom.model.ts';

export interface LineChartProps {
  /** Unlike that of any other chart on the page. */
  readonly chartId: string;
  /** What it shows, for those who cannot see it: "val_loss by step, 12 runs". */
  readonly label: string;
  readonly lines: readonly DrawnLine[];
  /** Its size in pixels, where that is known beforehand; else it is measured. */
  readonly size?: Size | undefined;
  readonly view: PlotView;
  /** How far a run that is pointed at stands out; on every chart unless said. */
  readonly light?: 'everywhere' | 'here' | 'off';
  readonly onZoom: (zoom: Zoom) => void;
  /** Show all again. */
  readonly onReset: () => void;
  /** Show also what lies off the scale; absent where that is not asked for here. */
  readonly onShowAll?: () => void;
  /** What stands on it, and the metric that is drawn. */
  readonly notes?: readonly ChartNote[] | undefined;
  readonly metric?: string;
  readonly onOpenNote?: ((note: ChartNote) => void) | undefined;
  /** Said in the middle of the frame, where there is nothing to draw. */
  readonly notice?: ReactNode;
}

/** Lines with a crosshair that all charts of the page share; by pointer, finger and keyboard. */
export function LineChart(props: LineChartProps) {
  const { chartId, label, lines, view, light = 'everywhere', onZoom, onReset, onShowAll } = props;
  const { notes, metric = chartId, onOpenNote, notice } = props;
  const host = useRef<HTMLDivElement>(null);
  const touch = useRef<HTMLDivElement>(null);
  const target = useRef<GestureTarget>(undefined);
  const store = useCrosshairStore();
  const measured = useSize(host, props.size === undefined);
  const size = props.size ?? measured;
  const scheme = useTheme();
  const [order, setOrder] = useState<ReadingOrder>('nearest');
  const [shown, onPreview] = useZoomPreview(view);
  const [hint, onHint] = useZoomHint();
  const plot = useMemo(
    () => (size === undefined ? undefined : layoutPlot(lines, shown, { ...size, zoneMs: zoneOf(lines) })),
    [lines, shown, size],
  );
  const { canvases, surface } = useChartSurface({ plot, size, scheme, axis: view.x, light, chartId });
  useEffect(() => {
    if (plot === undefined || surface.current === undefined) return;
    const partOfY = view.yRange !== undefined;
    const drawn = { chartId, plot, axis: view.x, store, surface: surface.current, partOfY };
    target.current = { ...drawn, onPreview, onZoom, onHint };
  }, [chartId, plot, view, store, surface, onPreview, onZoom, onHint]);
  useEffect(
    () => (touch.current === null ? undefined : listenToGestures(touch.current, () => target.current)),
    [],
  );

  return (
    <div ref={host} className={classes['chart']}>
      {canvases}
      {plot?.scale.kind === 'symlog' && (
        <span className={classes['corner']}>
          linear near zero, below {formatNumber(plot.scale.threshold)}
        </span>
      )}
      {hint !== '' && <span className={classes['hint']}>{hint}</span>}
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
        onKeyDown={(event) =>
          pressChartKey(event, target.current, { onReset, onOrder: () => setOrder(after(order)) })
        }
        onBlur={() => clearCrosshair(store)}
      />
      {plot !== undefined && (
        <>
          <OffScaleChips plot={plot} {...(onShowAll === undefined ? {} : { onShowAll })} />
          {notes !== undefined && notes.length > 0 && (
            <ChartNotes plot={plot} metric={metric} axis={view.x} notes={notes} onOpen={onOpenNote} />
          )}
          <ChartReadout chartId={chartId} plot={plot} axis={view.x} order={order} onOrder={setOrder} />
        </>
      )}
    </div>
  );
}

/** The reader's time zone where the lines are, in milliseconds east of UTC. */
export function zoneOf(lines: readonly DrawnLine[]): number {
  return -new Date(lines[0]?.xs[0] ?? 0).getTimezoneOffset() * 60_000 || 0;
}
