import { useState } from 'react';

export interface Portion<T> {
  readonly shown: readonly T[];
  /** How many more `more` brings. */
  readonly step: number;
  readonly more: () => void;
}

/** The beginning of a list that may be too long to draw at once; each `more` brings five times as much again. */
export function usePortion<T>(all: readonly T[], first: number): Portion<T> {
  const [limit, setLimit] = useState(first);
  const step = first * 5;
  return { shown: all.slice(0, limit), step, more: () => setLimit((now) => now + step) };
}
