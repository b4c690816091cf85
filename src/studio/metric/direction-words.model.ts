import type { Direction } from '#domain/metric/direction.ts';

/** A direction in words, to follow a metric's name: "loss: smaller is better". */
export const directionWords: Readonly<Record<Direction, string>> = {
  up: 'greater is better',
  down: 'smaller is better',
  none: 'neither way is better',
};
