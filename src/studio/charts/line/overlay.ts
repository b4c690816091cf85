import type { ChartAxis } from '../scene/chart-axis.ts';
import type { Crosshair } from '../crosshair.store.ts';
import { type ChartTheme, colourOf, dashOf } from '../scene/chart-theme.ts';
import { type Plot, xToPixel } from './plot.model.ts';
import { readLine } from './reading.model.ts';
import { thinned } from './thin-pixels.ts';
import { traceLine } from './traces.ts';
import type { ZoomBox } from './zoom.model.ts';

export interface OverlayView {
  readonly plot: Plot;
  readonly theme: ChartTheme;
  readonly axis: ChartAxis;
  readonly crosshair: Crosshair;
  readonly box: ZoomBox | undefined;
}

/** The lines that dots are drawn on when no run stands out. */
const mostDots = 12;
/** Numbers in a piece of a line, two for each point. */
const pieceLength = 128;

/** Draws what moves, over the chart: the run that stands out, the crosshair, its dots, the box. */
export function paintOverlay(context: CanvasRenderingContext2D, view: OverlayView): void {
  const { frame } = view.plot;
  context.save();
  context.beginPath();
  context.rect(frame.left - 4, frame.top - 4, frame.width + 8, frame.height + 8);
  context.clip();
  paintHighlight(context, view);
  paintCrosshair(context, view);
  if (view.box !== undefined) paintBox(context, view.box, view.theme);
  context.restore();
}

/** How much of the other lines a veil takes away while one run stands out. */
const veil = 0.82;

function paintHighlight(context: CanvasRenderingContext2D, { plot, theme, crosshair }: OverlayView): void {
  const stands = plot.lines.some((line) => line.runId === crosshair.runId);
  if (plot.lines.length < 2 || !stands) return;
  const { left, top, width, height } = plot.frame;
  context.globalAlpha = veil;
  context.fillStyle = theme.surface;
  context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
  context.lineJoin = 'bevel';
  context.lineWidth = 2.5;
  for (const [index, line] of plot.lines.entries()) {
    if (line.runId !== crosshair.runId) continue;
    const pixels = thinned(plot.pixels[index] ?? new Float32Array());
    // The baseline is thick already: dashes tell that it is the one pointed at.
    context.setLineDash(line.baseline ? [8, 4] : dashOf(line.mark, line.xs.length));
    context.strokeStyle = colourOf(line.mark, theme.scheme);
    // In pieces that share their ends: the cost of a wide stroke rises faster than its length.
    for (let start = 0; start < pixels.length; start += pieceLength) {
      context.beginPath();
      traceLine(pixels.subarray(start, start + pieceLength + 2))(context);
      context.stroke();
    }
  }
  context.setLineDash([]);
}

function paintCrosshair(context: CanvasRenderingContext2D, view: OverlayView): void {
  const { plot, theme, axis, crosshair } = view;
  const { at, runId } = crosshair;
  if (at === undefined || at.axis !== axis || at.x < plot.xAxis.low || at.x > plot.xAxis.high) return;
  const left = xToPixel(plot, at.x);
  context.beginPath();
  context.moveTo(Math.round(left) + 0.5, plot.frame.top);
  context.lineTo(Math.round(left) + 0.5, plot.frame.top + plot.frame.height);
  context.lineWidth = 1;
  context.strokeStyle = theme.textDim;
  context.stroke();
  for (const line of plot.lines) {
    if (line.runId !== runId && plot.lines.length > mostDots) continue;
    const row = readLine(plot, line, at.x);
    if (row === undefined) continue;
    context.beginPath();
    context.arc(row.left, row.top, line.runId === runId ? 4.5 : 3, 0, Math.PI * 2);
    context.fillStyle = colourOf(line.mark, theme.scheme);
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = theme.surface;
    context.stroke();
  }
}

function paintBox(context: CanvasRenderingContext2D, box: ZoomBox, theme: ChartTheme): void {
  context.globalAlpha = 0.12;
  context.fillStyle = theme.accent;
  context.fillRect(box.left, box.top, box.width, box.height);
  context.globalAlpha = 1;
  context.lineWidth = 1;
  context.strokeStyle = theme.accent;
  context.strokeRect(box.left + 0.5, box.top + 0.5, box.width, box.height);
}
