import { CustomChart, type CustomSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { type ComposeOption, type EChartsType, graphic, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/* The parts of ECharts that the charts here need, and no more: each adds to what a visitor downloads. */
register([CustomChart, GridComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<CustomSeriesOption | GridComponentOption>;
export type { EChartsType };

/** What a trace draws with: the part of a canvas that ECharts' recorder also has. */
export interface Pen {
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  arc(x: number, y: number, radius: number, from: number, to: number): unknown;
  closePath(): unknown;
}

/** Draws a path from whatever it holds, such as a typed array: ECharts neither copies nor measures that. */
export type Trace = (pen: Pen) => void;

export const traceShape = 'atelier-trace';

graphic.registerShape(
  traceShape,
  graphic.extendShape({
    type: traceShape,
    shape: { held: { trace: (): void => undefined } },
    // Held in an object, for ECharts copies whatever has a length: arrays, and functions too.
    buildPath(pen, shape: { readonly held: { readonly trace: Trace } }) {
      shape.held.trace(pen);
    },
  }),
);

/** A chart in an element whose size is known. */
export function createCanvas(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'canvas', devicePixelRatio: window.devicePixelRatio });
}
