import type { XAxis } from '#contract/metrics.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { Crosshair } from './crosshair.store.ts';
import { createCanvas } from './echarts.ts';
import { lineLevel, toChartOption } from './line.chart.ts';
import { paintOverlay } from './overlay.ts';
import type { Plot } from './plot.model.ts';
import type { Size } from './use-size.ts';
import type { ZoomBox } from './zoom.model.ts';

/** The two canvases of a chart: what stands, drawn by ECharts, and what moves over it. */
export interface ChartSurface {
  /** Draws the chart anew. */
  draw(plot: Plot, size: Size, theme: ChartTheme, axis: XAxis): void;
  /** Draws only what moves: as cheap as a pointer is fast. */
  point(): void;
  showBox(box: ZoomBox | undefined): void;
  dispose(): void;
}

interface Drawn {
  readonly plot: Plot;
  readonly theme: ChartTheme;
  readonly axis: XAxis;
}

/** How strong the other lines are while one run stands out. */
const faded = '0.2';

export function createChartSurface(
  host: HTMLElement,
  overlay: HTMLCanvasElement,
  crosshairNow: () => Crosshair,
): ChartSurface {
  const chart = createCanvas(host);
  const context = overlay.getContext('2d');
  let drawn: Drawn | undefined;
  let box: ZoomBox | undefined;
  let frameRequest = 0;

  function paint(): void {
    frameRequest = 0;
    if (drawn === undefined || context === null) return;
    const crosshair = crosshairNow();
    fade(drawn.plot, crosshair);
    paintOverlay(context, { ...drawn, crosshair, box });
  }

  function fade({ lines }: Plot, { runId }: Crosshair): void {
    const layer = host.querySelector<HTMLElement>(`[data-zr-dom-id^="zr_${lineLevel}"]`);
    if (layer === null) return;
    const stands = lines.length > 1 && lines.some((line) => line.runId === runId);
    layer.style.opacity = stands ? faded : '1';
  }

  function request(): void {
    if (frameRequest === 0) frameRequest = requestAnimationFrame(paint);
  }

  return {
    draw(plot, size, theme, axis) {
      drawn = { plot, theme, axis };
      resizeOverlay(overlay, size);
      if (chart.getWidth() !== size.width || chart.getHeight() !== size.height) chart.resize(size);
      chart.setOption(toChartOption(plot, theme), { notMerge: true });
      paint();
    },
    point: request,
    showBox(shown) {
      box = shown;
      request();
    },
    dispose() {
      cancelAnimationFrame(frameRequest);
      chart.dispose();
    },
  };
}

function resizeOverlay(overlay: HTMLCanvasElement, { width, height }: Size): void {
  const ratio = window.devicePixelRatio;
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (overlay.width !== pixelWidth) overlay.width = pixelWidth;
  if (overlay.height !== pixelHeight) overlay.height = pixelHeight;
}
