import type { CustomSeriesRenderItemReturn } from 'echarts';
import { type ChartTheme, colourOf, dashOf } from './chart-theme.ts';
import type { DrawnLine } from './drawn-line.model.ts';
import { type ChartOption, type Trace, traceShape } from './echarts.ts';
import { type Plot, type PlotAxis, toPixels } from './plot.model.ts';
import { hasLonePoint, traceDots, traceEnvelope, traceLine, traceOddPoints } from './traces.ts';

/** Lines lie on a canvas of their own, which fades as a whole while one run is pointed at. */
export const lineLevel = 1;

/** A band around each of very many lines would hide them all. */
const mostBands = 8;
const mostDots = 60;
/** Lines with more points than this, or among more lines, are hairlines. */
const mostSmooth = 1000;
const mostWide = 20;

/** The chart as ECharts wants it: axes with our ticks, and one custom series that draws every line. */
export function toChartOption(plot: Plot, theme: ChartTheme): ChartOption {
  return {
    animation: false,
    grid: { ...plot.frame, outerBoundsMode: 'none' },
    xAxis: { ...toAxis(plot.xAxis, theme), axisLine: { lineStyle: { color: theme.line } } },
    yAxis: {
      ...toAxis(plot.yAxis, theme),
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: theme.line, width: 1 } },
    },
    series: [
      {
        type: 'custom',
        coordinateSystem: 'cartesian2d',
        zlevel: lineLevel,
        silent: true,
        clip: true,
        data: drawOrder(plot).map((line) => [line, 0]),
        encode: { x: -1, y: -1 },
        renderItem: (_params, api) => toGroup(plot, Number(api.value(0)), theme),
      },
    ],
  };
}

/** The baseline comes last and so lies on top. */
function drawOrder({ lines }: Plot): readonly number[] {
  return lines
    .map((_line, index) => index)
    .toSorted((a, b) => Number(lines[a]?.baseline) - Number(lines[b]?.baseline));
}

function toAxis({ low, high, ticks }: PlotAxis, theme: ChartTheme) {
  const labels = new Map(ticks.map((tick) => [tick.place, tick.label]));
  const customValues = ticks.map((tick) => tick.place);
  return {
    type: 'value' as const,
    min: low,
    max: high,
    splitLine: { show: false },
    axisTick: { show: false, customValues },
    axisLabel: {
      customValues,
      color: theme.textDim,
      fontFamily: theme.font,
      fontSize: 12,
      hideOverlap: true,
      formatter: (value: number) => labels.get(value) ?? '',
    },
  };
}

interface TracePart {
  readonly trace: Trace;
  readonly style: {
    readonly stroke?: string;
    readonly fill?: string;
    readonly opacity?: number;
    readonly lineWidth?: number;
    readonly lineDash?: number[];
  };
}

function toGroup(plot: Plot, index: number, theme: ChartTheme): CustomSeriesRenderItemReturn {
  const children = toParts(plot, index, theme).map(({ trace, style }) => ({
    type: traceShape,
    shape: { held: { trace } },
    style: { fill: 'none', lineJoin: 'bevel', ...style },
    silent: true,
  }));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ECharts' types know only its own shapes
  return { type: 'group', children } as unknown as CustomSeriesRenderItemReturn;
}

function toParts(plot: Plot, index: number, theme: ChartTheme): readonly TracePart[] {
  const line = plot.lines[index];
  const pixels = plot.pixels[index];
  if (line === undefined || pixels === undefined) return [];
  const colour = colourOf(line.mark, theme.scheme);
  const stroke = {
    stroke: colour,
    lineWidth: widthOf(plot, line),
    lineDash: dashOf(line.mark, line.xs.length),
  };
  const parts: TracePart[] = [{ trace: traceLine(pixels), style: stroke }];
  const few = plot.lines.length <= mostBands;
  const dots = pixels.length / 2 <= mostDots && few;
  if (dots || hasLonePoint(pixels))
    parts.push({ trace: traceDots(pixels, 2, dots), style: { fill: colour } });
  if (line.ghost !== undefined) {
    const ghost = traceLine(toPixels(plot, line.ghost.xs, line.ghost.ys));
    parts.unshift({ trace: ghost, style: { stroke: colour, lineWidth: 1, opacity: 0.22 } });
  }
  if (line.source.bucketWidth > 0 && few) {
    parts.unshift({ trace: traceEnvelope(plot, line), style: { fill: colour, opacity: 0.14 } });
  }
  if (line.source.odd.length > 0) {
    const trace = traceOddPoints(plot, line.source.odd);
    parts.push({ trace, style: { stroke: colour, fill: colour, lineWidth: 1.5 } });
  }
  return parts;
}

/** Without a graphics card a wide stroke through a noisy line costs ten times what a hairline does. */
function widthOf({ lines }: Plot, line: DrawnLine): number {
  if (line.baseline) return 2.5;
  return line.xs.length > mostSmooth || lines.length > mostWide ? 1 : 1.5;
}
