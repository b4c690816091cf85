import type { Size } from './use-size.ts';

/** What a trace draws with: a canvas, or the printer of an SVG. */
export interface Pen {
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  arc(x: number, y: number, radius: number, from: number, to: number): unknown;
  closePath(): unknown;
}

/** Draws a path from whatever it holds, such as a typed array: nothing is copied on the way to the screen. */
export type Trace = (pen: Pen) => void;

export interface PathMark {
  readonly kind: 'path';
  readonly trace: Trace;
  readonly stroke?: string;
  readonly fill?: string;
  /** In pixels; 1 unless said. */
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  /** Which part of the text lies at `x`; its start unless said. */
  readonly align?: 'start' | 'middle' | 'end';
  /** In pixels; 12 unless said. */
  readonly size?: number;
  readonly bold?: boolean;
}

export type Mark = PathMark | TextMark;

/** A rectangle in pixels of the chart. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A chart, ready to be drawn on a canvas or printed as an SVG: what lies behind the data (grid, axes), the data, cut
 * off at the frame, and what lies before it (labels).
 */
export interface Scene {
  readonly size: Size;
  readonly frame: Frame;
  readonly back: readonly Mark[];
  readonly data: readonly Mark[];
  readonly front: readonly Mark[];
}
