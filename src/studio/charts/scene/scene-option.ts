import type { CustomSeriesRenderItemReturn } from 'echarts';
import { type ChartOption, traceShape } from '../echarts.ts';
import type { Frame, Mark, PathMark, Scene, TextMark } from './scene.ts';

/**
 * A scene as ECharts wants it: a custom series for what lies behind, the data, and what lies before. All on one canvas:
 * each more costs at every frame of a page that scrolls.
 */
export function toSceneOption(scene: Scene, font: string): ChartOption {
  return {
    animation: false,
    series: [
      layer(() => toGroup(scene.back, font), 0),
      layer(() => toGroup(scene.data, font, scene.frame), 1),
      layer(() => toGroup(scene.front, font), 2),
    ],
  };
}

function layer(renderItem: () => CustomSeriesRenderItemReturn, z: number) {
  return { type: 'custom' as const, coordinateSystem: 'none', z, silent: true, data: [0], renderItem };
}

function toGroup(marks: readonly Mark[], font: string, clip?: Frame): CustomSeriesRenderItemReturn {
  const children = marks.map((mark) => (mark.kind === 'path' ? toPath(mark) : toText(mark, font)));
  const clipPath =
    clip === undefined
      ? undefined
      : {
          type: 'rect',
          shape: { x: clip.left, y: clip.top, width: clip.width, height: clip.height },
        };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ECharts' types know only its own shapes
  return {
    type: 'group',
    children,
    ...(clipPath === undefined ? {} : { clipPath }),
  } as unknown as CustomSeriesRenderItemReturn;
}

function toPath({ trace, stroke, fill, width, dash, opacity }: PathMark) {
  return {
    type: traceShape,
    shape: { held: { trace } },
    style: {
      fill: fill ?? 'none',
      ...(stroke === undefined ? {} : { stroke, lineWidth: width ?? 1, lineDash: [...(dash ?? [])] }),
      lineJoin: 'bevel',
      opacity: opacity ?? 1,
    },
    silent: true,
  };
}

const aligns = { start: 'left', middle: 'center', end: 'right' } as const;

function toText(mark: TextMark, font: string) {
  return {
    type: 'text',
    style: {
      text: mark.text,
      x: mark.x,
      y: mark.y,
      fill: mark.colour,
      align: aligns[mark.align ?? 'start'],
      verticalAlign: 'middle',
      fontSize: mark.size ?? 12,
      fontWeight: mark.bold === true ? 600 : 400,
      fontFamily: font,
    },
    silent: true,
  };
}
