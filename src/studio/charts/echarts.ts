import { CustomChart, type CustomSeriesOption } from 'echarts/charts';
import { type ComposeOption, type EChartsType, graphic, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Trace } from './scene/scene.ts';

/* The parts of ECharts that the charts here need, and no more: each adds to what a visitor downloads. */
register([CustomChart, CanvasRenderer]);

export type ChartOption = ComposeOption<CustomSeriesOption>;
export type { EChartsType };

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

/** A chart in an element, of a size that is known. */
export function createCanvas(
  element: HTMLElement,
  { width, height }: { readonly width: number; readonly height: number },
): EChartsType {
  return init(element, null, {
    renderer: 'canvas',
    devicePixelRatio: window.devicePixelRatio,
    width,
    height,
  });
}
