import { runPalette } from './run-palette.ts';

/** How a run is drawn wherever it appears. */
export interface RunMark {
  /** A place in `runPalette`. */
  readonly colour: number;
  /** 0 is a solid line; 1 and up say which dashes to draw, for runs that share a colour. */
  readonly dash: number;
  /** A colour that people gave the run (`#rrggbb`): it goes before that of the palette, on both themes. */
  readonly own?: string;
}

/** What a run carries of its looks. */
export interface MarkedRun {
  /** The run's own stable number. */
  readonly mark: number;
  /** What its tag `mlflow.runColor` says; `null` without one. */
  readonly colour: string | null;
}

/** The tag by which people give a run its colour, as MLflow has it. */
export const runColourTag = 'mlflow.runColor';

/** Patterns of dashes that can be told apart, the solid line among them. */
export const dashCount = 6;

/**
 * A run's colour and dashes: from its number alone, so that they are the same in every view, chart and export,
 * whatever else is shown. Runs made one after the other differ.
 */
export function toRunMark({ mark, colour }: MarkedRun): RunMark {
  const size = runPalette.length;
  const number = Math.max(0, Math.trunc(mark));
  const own = parseHexColour(colour ?? '');
  const place = { colour: number % size, dash: Math.floor(number / size) % dashCount };
  return own === undefined ? place : { ...place, own };
}

/** `#rgb` and `#rrggbb` as `#rrggbb`; `undefined` for anything else. */
export function parseHexColour(text: string): string | undefined {
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (hex === undefined) return undefined;
  const long = hex.length === 6 ? hex : hex.replaceAll(/./g, '$&$&');
  return `#${long.toLowerCase()}`;
}
