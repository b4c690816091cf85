import type { ChartTheme } from './chart-theme.ts';
import type { Frame, Mark, Trace } from './scene.ts';

export interface AxisTick {
  readonly place: number;
  readonly label: string;
}

/** An axis with its numbers worked out. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly AxisTick[];
}

/** Of a character at 12 px, on average: what text will need, without asking a canvas. */
export const characterWidth = 6.7;

/** Room for the labels of an axis at the left. */
export function labelRoom({ ticks }: Axis): number {
  return Math.ceil(Math.max(...ticks.map((tick) => tick.label.length), 2) * characterWidth) + 12;
}

/** The line below the frame and its labels; of labels that would touch, the later are left out. */
export function drawXAxis({ left, top, width, height }: Frame, axis: Axis, theme: ChartTheme): Mark[] {
  const bottom = top + height;
  const line = pathOf((pen) => {
    pen.moveTo(left, Math.round(bottom) + 0.5);
    pen.lineTo(left + width, Math.round(bottom) + 0.5);
  }, theme.line);
  let end = -Infinity;
  const labels = axis.ticks.flatMap(({ place, label }): Mark[] => {
    const x = left + ((place - axis.low) / (axis.high - axis.low)) * width;
    const half = (label.length * characterWidth) / 2;
    if (x - half < end + 6) return [];
    end = x + half;
    return [{ kind: 'text', text: label, x, y: bottom + 14, colour: theme.textDim, align: 'middle' }];
  });
  return [line, ...labels];
}

/** Labels beside the frame, and, for the axis at the left, lines across it. */
export function drawYAxis(
  { left, top, width, height }: Frame,
  axis: Axis,
  theme: ChartTheme,
  side: 'left' | 'right' = 'left',
): Mark[] {
  const ys = axis.ticks.map(({ place }) => top + (1 - (place - axis.low) / (axis.high - axis.low)) * height);
  const lines = pathOf((pen) => {
    for (const y of ys) {
      pen.moveTo(left, Math.round(y) + 0.5);
      pen.lineTo(left + width, Math.round(y) + 0.5);
    }
  }, theme.line);
  const labels = axis.ticks.map(({ label }, index): Mark => ({
    kind: 'text',
    text: label,
    x: side === 'left' ? left - 8 : left + width + 8,
    y: ys[index] ?? 0,
    colour: theme.textDim,
    align: side === 'left' ? 'end' : 'start',
  }));
  return side === 'left' ? [lines, ...labels] : labels;
}

function pathOf(trace: Trace, stroke: string): Mark {
  return { kind: 'path', trace, stroke };
}
