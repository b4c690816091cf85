import { useState } from 'react';

/** Keys in the order in which they were first seen: what is already there does not move when more come. */
export function useHeldOrder(keys: readonly string[]): readonly string[] {
  const [held, setHeld] = useState(keys);
  const next = holdOrder(held, keys);
  if (next !== held) setHeld(next);
  return next;
}

/** The held order itself where nothing came and nothing went. */
export function holdOrder(held: readonly string[], keys: readonly string[]): readonly string[] {
  const now = new Set(keys);
  const known = new Set(held);
  const stay = held.filter((key) => now.has(key));
  const come = keys.filter((key) => !known.has(key));
  return stay.length === held.length && come.length === 0 ? held : [...stay, ...come];
}
