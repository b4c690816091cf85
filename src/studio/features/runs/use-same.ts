import { useState } from 'react';

/**
 * A list that stays the same object while its items do: compared by identity, or by their fields where they are plain
 * objects that are made anew each time.
 */
export function useSame<T>(list: readonly T[]): readonly T[] {
  const [kept, keep] = useState(list);
  const same = kept.length === list.length && list.every((item, index) => isSame(item, kept[index]));
  if (!same) keep(list);
  return same ? kept : list;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
