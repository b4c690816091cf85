/** First and last index, inclusive. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The steps in which the window moves, in rows. */
const grain = 4;
/** Rows drawn beyond what is seen, on either side. */
const beyond = 8;

/** The rows that a viewport shows and those close by. Moves in grains, so that most scrolling renders nothing. */
export function rowsInSight(scrolled: number, viewport: number, rowHeight: number): Range {
  const top = Math.max(0, Math.floor(scrolled / rowHeight));
  const shown = Math.ceil(viewport / rowHeight) + 1;
  const first = Math.max(0, Math.floor(top / grain) * grain - beyond);
  const last = Math.ceil((top + shown) / grain) * grain + beyond;
  return { first, last };
}
