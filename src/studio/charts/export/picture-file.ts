import { createCanvas } from '../echarts.ts';
import type { ChartTheme } from '../scene/chart-theme.ts';
import { printSvg } from '../scene/print-svg.ts';
import { toSceneOption } from '../scene/scene-option.ts';
import type { Scene } from '../scene/scene.ts';

/** A scene as the text of an SVG file. */
export function toSvgFile(scene: Scene, theme: ChartTheme, title: string): string {
  return printSvg(scene, { background: theme.surface, font: theme.font, title });
}

/** A scene as a PNG file, twice as fine as its size. */
export async function toPngFile(scene: Scene, theme: ChartTheme): Promise<Blob> {
  const chart = createCanvas(document.createElement('div'), scene.size);
  try {
    chart.setOption(toSceneOption(scene, theme.font));
    const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: theme.surface });
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The picture is too large for this browser.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    chart.dispose();
  }
}
