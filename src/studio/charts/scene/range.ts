/** From the least to the greatest. */
export type Range = readonly [low: number, high: number];
