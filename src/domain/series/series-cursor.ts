/** How much of a series a line was made of, and how wide its buckets were. */
export interface SeriesCursor {
  readonly pointCount: number;
  /** 0 where every point is its own bucket. */
  readonly width: number;
}

export function toCursorText({ pointCount, width }: SeriesCursor): string {
  return `${pointCount}/${width}`;
}

/** The cursor in a text; undefined where it is none of ours. */
export function parseCursor(text: string): SeriesCursor | undefined {
  const [, pointCount = '', width = ''] = /^(\d{1,15})\/(\d{1,20}(?:\.\d{1,30})?)$/.exec(text) ?? [];
  return width === '' ? undefined : { pointCount: Number(pointCount), width: Number(width) };
}
