import type { ChartAxis } from '../scene/chart-axis.ts';
import type { Crosshair } from '../crosshair.store.ts';
import { createCanvas, type EChartsType } from '../echarts.ts';
import type { ChartTheme } from '../scene/chart-theme.ts';
import { clearCanvas } from '../scene/clear-canvas.ts';
import { toSceneOption } from '../scene/scene-option.ts';
import type { Size } from '../scene/use-size.ts';
import { toLineScene } from './line-scene.ts';
import { paintOverlay } from './overlay.ts';
import type { Plot } from './plot.model.ts';
import type { ZoomBox } from './zoom.model.ts';

/** A chart's canvases: what stands, drawn by ECharts, and what moves over it. */
export interface ChartSurface {
  /** Draws the chart anew. */
  draw(plot: Plot, size: Size, theme: ChartTheme, axis: ChartAxis): void;
  /** Draws only what moves: as cheap as a pointer is fast. */
  point(): void;
  showBox(box: ZoomBox | undefined): void;
  dispose(): void;
}

interface Drawn {
  readonly plot: Plot;
  readonly size: Size;
  readonly theme: ChartTheme;
  readonly axis: ChartAxis;
}

export function createChartSurface(
  host: HTMLElement,
  overlay: HTMLCanvasElement,
  crosshairNow: () => Crosshair,
): ChartSurface {
  let chart: EChartsType | undefined;
  let drawn: Drawn | undefined;
  let box: ZoomBox | undefined;
  let frameRequest = 0;

  function paint(): void {
    frameRequest = 0;
    if (drawn === undefined) return;
    const crosshair = crosshairNow();
    // A canvas that shows nothing is not there: a page of charts scrolls the faster.
    const idle = box === undefined && !isPointed(drawn, crosshair);
    overlay.hidden = idle;
    const context = idle ? null : overlay.getContext('2d');
    if (context === null) return;
    clearCanvas(context, drawn.size);
    paintOverlay(context, { ...drawn, crosshair, box });
  }

  function request(): void {
    if (frameRequest === 0) frameRequest = requestAnimationFrame(paint);
  }

  return {
    draw(plot, size, theme, axis) {
      drawn = { plot, size, theme, axis };
      chart ??= createCanvas(host, size);
      if (chart.getWidth() !== size.width || chart.getHeight() !== size.height) chart.resize(size);
      chart.setOption(toSceneOption(toLineScene(plot, theme, size), theme.font), { notMerge: true });
      paint();
    },
    point: request,
    showBox(shown) {
      box = shown;
      request();
    },
    dispose() {
      cancelAnimationFrame(frameRequest);
      chart?.dispose();
    },
  };
}

/** Whether the page's crosshair or the run that stands out shows on this chart. */
function isPointed({ plot, axis }: Drawn, { at, runId }: Crosshair): boolean {
  return at?.axis === axis || (runId !== undefined && plot.lines.some((line) => line.runId === runId));
}
