import { type RunMark } from '#domain/colour/run-marks.ts';
import { runPalette } from '#domain/colour/run-palette.ts';

/** The colours of a chart, as values: a canvas cannot read CSS variables. */
export interface ChartTheme {
  readonly scheme: 'light' | 'dark';
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly textDim: string;
  readonly accent: string;
  readonly font: string;
}

/** Reads the tokens that hold for an element just now. */
export function readChartTheme(element: Element, scheme: 'light' | 'dark'): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    scheme,
    surface: token('--surface'),
    line: token('--line'),
    text: token('--text'),
    textDim: token('--text-dim'),
    accent: token('--accent'),
    font: token('--font-text'),
  };
}

/** A run's colour on a theme. */
export function colourOf(mark: RunMark, scheme: 'light' | 'dark'): string {
  return mark.own ?? runPalette[mark.colour % runPalette.length]?.[scheme] ?? '#808080';
}

const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3], [1, 3], [12, 4]];

/** Through more points than this, dashes show no pattern and cost much. */
const mostDashed = 500;

/** The dashes of a run's line, in pixels; none for a solid one, or one of so many points. */
export function dashOf(mark: RunMark, points = 0): number[] {
  return points > mostDashed ? [] : [...(dashes[mark.dash % dashes.length] ?? [])];
}
