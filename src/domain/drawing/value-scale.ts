export type ScaleKind = 'linear' | 'log' | 'symlog';

/** How a value becomes a place on an axis. `place` rises with the value. */
export interface ValueScale {
  readonly kind: ScaleKind;
  /** Symlog only: below this size the axis is nearly linear. */
  readonly threshold: number;
  /** NaN where the axis has no place for the value. */
  place(this: void, value: number): number;
  value(this: void, place: number): number;
}

const linear: ValueScale = {
  kind: 'linear',
  threshold: 0,
  place: (value) => value,
  value: (place) => place,
};

const log: ValueScale = {
  kind: 'log',
  threshold: 0,
  place: (value) => (value > 0 ? Math.log10(value) : NaN),
  value: (place) => 10 ** place,
};

/** The least share of the greatest size that a symlog axis still tells apart from zero. */
const finest = 1e-6;

/**
 * The scale for values of this extent. Asked for a logarithm where some are zero or less, it is a symmetric one:
 * linear near zero, logarithmic on both sides.
 * @param leastSize the smallest size above zero among the values
 */
export function createValueScale(
  wantsLog: boolean,
  least: number,
  greatest: number,
  leastSize: number,
): ValueScale {
  if (!wantsLog) return linear;
  if (least > 0) return log;
  const size = Math.max(Math.abs(least), Math.abs(greatest));
  if (!(size > 0) || !Number.isFinite(size)) return linear;
  return symlog(10 ** Math.floor(Math.log10(Math.max(leastSize, size * finest, 1e-300))));
}

function symlog(threshold: number): ValueScale {
  return {
    kind: 'symlog',
    threshold,
    place: (value) => Math.sign(value) * Math.log10(1 + Math.abs(value) / threshold),
    value: (place) => Math.sign(place) * threshold * (10 ** Math.abs(place) - 1),
  };
}
