import { type ChartTheme, colourOf, dashOf } from '../scene/chart-theme.ts';
import { characterWidth } from '../scene/axis.ts';
import type { Mark, Scene } from '../scene/scene.ts';
import type { DrawnLine } from '../line/drawn-line.model.ts';
import { toLineScene } from '../line/line-scene.ts';
import { layoutPlot, type PlotView } from '../line/plot.model.ts';

export interface PictureSubject {
  readonly title: string;
  /** What is drawn: "1,204 of 1,000,000 points, every spike kept". */
  readonly share: string;
  /** Where the same can be seen alive. */
  readonly link: string;
  readonly lines: readonly DrawnLine[];
  readonly view: PlotView;
  readonly zoneMs: number;
}

const size = { width: 1000, height: 480 };
const head = 44;
const side = 16;
const rowHeight = 18;

/** A chart as it leaves the studio: with its title, what is drawn, every run's name and colour, and where it is from. */
export function drawPicture(subject: PictureSubject, theme: ChartTheme): Scene {
  const { lines, view, zoneMs } = subject;
  const plot = layoutPlot(lines, view, { ...size, zoneMs, head });
  const scene = toLineScene(plot, theme, size);
  const legend = drawLegend(lines, theme, size.height + 14);
  const bottom = size.height + 14 + legend.height;
  const titles: Mark[] = [
    { kind: 'text', text: subject.title, x: side, y: 18, colour: theme.text, size: 16, bold: true },
    { kind: 'text', text: subject.share, x: side, y: 37, colour: theme.textDim },
    { kind: 'text', text: subject.link, x: side, y: bottom + 12, colour: theme.textDim, size: 10 },
  ];
  return {
    ...scene,
    size: { width: size.width, height: bottom + 26 },
    front: [...scene.front, ...titles, ...legend.marks],
  };
}

function drawLegend(
  lines: readonly DrawnLine[],
  theme: ChartTheme,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let [left, row] = [side, 0];
  for (const { name, mark, baseline } of lines) {
    const text = baseline ? `${name} (baseline)` : name;
    const width = 30 + text.length * characterWidth;
    if (left > side && left + width > size.width - side) {
      left = side;
      row += 1;
    }
    const [x, y] = [left, top + row * rowHeight];
    const stroke = colourOf(mark, theme.scheme);
    marks.push({
      kind: 'path',
      trace: (pen) => {
        pen.moveTo(x, y);
        pen.lineTo(x + 16, y);
      },
      stroke,
      width: 3,
      dash: dashOf(mark),
    });
    marks.push({ kind: 'text', text, x: x + 22, y, colour: theme.text });
    left += width + 12;
  }
  return { marks, height: (row + 1) * rowHeight };
}
