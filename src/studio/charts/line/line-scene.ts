import { drawXAxis, drawYAxis } from '../scene/axis.ts';
import { type ChartTheme, colourOf, dashOf } from '../scene/chart-theme.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import type { Size } from '../scene/use-size.ts';
import { type DrawnLine, mostShades } from './drawn-line.model.ts';
import { type Plot, toPixels } from './plot.model.ts';
import { hasLonePoint, traceBand, traceDots, traceEnvelope, traceLine, traceOddPoints } from './traces.ts';

const mostDots = 60;
/** Lines with more points than this, or among more lines, are hairlines. */
const mostSmooth = 1000;
const mostWide = 20;

/** The chart as marks: axes behind, every line with its ghost, shade and odd points, names where lines end. */
export function toLineScene(plot: Plot, theme: ChartTheme, size: Size): Scene {
  const { frame, xAxis, yAxis, second } = plot;
  return {
    size,
    frame,
    back: [
      ...drawYAxis(frame, yAxis, theme),
      ...(second === undefined ? [] : drawYAxis(frame, second.axis, theme, 'right')),
      ...drawXAxis(frame, xAxis, theme),
    ],
    data: drawOrder(plot).flatMap((index) => drawLine(plot, index, theme)),
    front: drawEndLabels(plot, theme),
  };
}

/** The baseline comes last and so lies on top. */
function drawOrder({ lines }: Plot): readonly number[] {
  return lines
    .map((_line, index) => index)
    .toSorted((a, b) => Number(lines[a]?.baseline) - Number(lines[b]?.baseline));
}

function drawLine(plot: Plot, index: number, theme: ChartTheme): readonly Mark[] {
  const line = plot.lines[index];
  const pixels = plot.pixels[index];
  if (line === undefined || pixels === undefined) return [];
  const colour = colourOf(line.mark, theme.scheme);
  const few = plot.lines.length <= mostShades;
  const dots = pixels.length / 2 <= mostDots && few;
  const stroke = { stroke: colour, width: widthOf(plot, line), dash: dashOf(line.mark, line.xs.length) };
  return [
    ...drawBehind(plot, line, colour, few),
    { kind: 'path', trace: traceLine(pixels), ...stroke },
    ...(dots || hasLonePoint(pixels)
      ? [{ kind: 'path', trace: traceDots(pixels, 2, dots), fill: colour } as const]
      : []),
    ...(line.source.odd.length === 0
      ? []
      : [
          {
            kind: 'path',
            trace: traceOddPoints(plot, line.source.odd),
            stroke: colour,
            fill: colour,
            width: 1.5,
          } as const,
        ]),
  ];
}

/** What lies behind a line: the band of a group, the shade of its extremes, or what it was before smoothing. */
function drawBehind(plot: Plot, line: DrawnLine, colour: string, few: boolean): readonly Mark[] {
  const marks: Mark[] = [];
  if (line.band !== undefined) {
    const trace = traceBand(plot, line.band, line.second);
    marks.push({ kind: 'path', trace, fill: colour, opacity: few ? 0.18 : 0.08 });
  }
  // A mean alone would hide the spikes: among many lines, too, it never stands without its shade.
  if (line.raw === 'shade' || (line.raw === 'line' && line.source.bucketWidth > 0 && few))
    marks.push({ kind: 'path', trace: traceEnvelope(plot, line), fill: colour, opacity: few ? 0.18 : 0.1 });
  if (line.raw === 'ghost') {
    const trace = traceLine(toPixels(plot, { ...line, ...line.points }));
    marks.push({ kind: 'path', trace, stroke: colour, opacity: 0.22 });
  }
  return marks;
}

/** A wide stroke through a noisy line costs ten times what a hairline does. */
function widthOf({ lines }: Plot, line: DrawnLine): number {
  if (line.baseline) return 2.5;
  return line.xs.length > mostSmooth || lines.length > mostWide ? 1 : 1.5;
}

function drawEndLabels({ frame, labels }: Plot, theme: ChartTheme): Mark[] {
  const right = frame.left + frame.width;
  return labels.flatMap(({ text, mark, bold, from, top }): Mark[] => {
    const colour = colourOf(mark, theme.scheme);
    const leader = (pen: {
      moveTo(x: number, y: number): unknown;
      lineTo(x: number, y: number): unknown;
    }) => {
      pen.moveTo(right + 1, from);
      pen.lineTo(right + 8, top);
    };
    return [
      { kind: 'path', trace: leader, stroke: colour },
      { kind: 'text', text, x: right + 11, y: top, colour, bold },
    ];
  });
}
