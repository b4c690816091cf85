import type { ChartTheme } from '../scene/chart-theme.ts';
import { labelTerm } from './label-term.ts';
import { prepareCanvas } from './prepare-canvas.ts';
import { groupByColour } from './row-colours.ts';
import type { ScatterPlot } from './scatter.model.ts';

export interface ScatterScene {
  readonly plot: ScatterPlot;
  readonly colours: readonly string[];
  readonly theme: ChartTheme;
}

/** More marks than this are drawn small and lighter. */
const crowded = 600;

export function paintScatter(canvas: HTMLCanvasElement, { plot, colours, theme }: ScatterScene): void {
  const context = prepareCanvas(canvas);
  if (context === undefined) return;
  paintAxes(context, plot, theme);
  paintTrend(context, plot, theme);
  const many = colours.length > crowded;
  context.globalAlpha = many ? 0.6 : 0.9;
  const rows = Array.from({ length: colours.length }, (_each, row) => row);
  for (const [colour, ofColour] of groupByColour(rows, colours)) {
    context.fillStyle = colour;
    context.beginPath();
    for (const row of ofColour) addMark(context, plot, row, many ? 2.5 : 4);
    context.fill();
  }
  context.globalAlpha = 1;
}

/** One mark larger than the others, over them. */
export function paintMark(canvas: HTMLCanvasElement, scene: ScatterScene, row: number | undefined): void {
  const context = prepareCanvas(canvas);
  if (context === undefined || row === undefined) return;
  context.beginPath();
  addMark(context, scene.plot, row, 7);
  context.fillStyle = scene.colours[row] ?? '';
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = scene.theme.surface;
  context.stroke();
}

function addMark(
  context: CanvasRenderingContext2D,
  { places }: ScatterPlot,
  row: number,
  radius: number,
): void {
  const [left, top] = [places[row * 2] ?? NaN, places[row * 2 + 1] ?? NaN];
  if (Number.isNaN(left) || Number.isNaN(top)) return;
  context.moveTo(left + radius, top);
  context.arc(left, top, radius, 0, Math.PI * 2);
}

function paintAxes(context: CanvasRenderingContext2D, { x, y, frame }: ScatterPlot, theme: ChartTheme): void {
  context.font = `12px ${theme.font}`;
  context.strokeStyle = theme.line;
  context.fillStyle = theme.textDim;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const { share, label } of y.ticks) {
    const top = Math.round(frame.top + (1 - share) * frame.height) + 0.5;
    strokeLine(context, [frame.left, top], [frame.left + frame.width, top]);
    context.fillText(shorten(label, 14), frame.left - 8, top);
  }
  context.textAlign = 'center';
  const bottom = frame.top + frame.height;
  strokeLine(context, [frame.left, bottom + 0.5], [frame.left + frame.width, bottom + 0.5]);
  const most = Math.max(4, Math.floor(frame.width / Math.max(1, x.ticks.length) / 7));
  for (const { share, label } of x.ticks) {
    context.fillText(shorten(label, most), frame.left + share * frame.width, bottom + 12);
  }
  context.fillStyle = theme.text;
  context.fillText(titled(x.term, x.kind), frame.left + frame.width / 2, bottom + 30);
  context.save();
  context.translate(10, frame.top + frame.height / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(titled(y.term, y.kind), 0, 0);
  context.restore();
}

function titled(term: string, kind: string): string {
  const name = labelTerm(term);
  return kind === 'log' || kind === 'symlog' ? `${name} (${kind})` : name;
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

type Place = readonly [left: number, top: number];

function strokeLine(context: CanvasRenderingContext2D, from: Place, to: Place): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

function paintTrend(
  context: CanvasRenderingContext2D,
  { trend, frame }: ScatterPlot,
  theme: ChartTheme,
): void {
  if (trend === undefined) return;
  const top = (share: number): number =>
    frame.top + (1 - (trend.offset + trend.slope * share)) * frame.height;
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.width, frame.height);
  context.clip();
  context.strokeStyle = theme.textDim;
  context.setLineDash([6, 4]);
  strokeLine(context, [frame.left, top(0)], [frame.left + frame.width, top(1)]);
  context.restore();
}
