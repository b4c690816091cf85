/** Charts that belong together. */
export interface MetricSection {
  /** What is before the first slash of their keys; empty for those without one. */
  readonly prefix: string;
  readonly keys: readonly string[];
  /** Pinned ones come first, whatever their prefix. */
  readonly pinned?: true;
}

interface Arrangement {
  readonly search: string;
  readonly pins: readonly string[];
  readonly moves: ReadonlyMap<string, number>;
}

/** So many metrics need no sections. */
const fewKeys = 6;

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Metrics in sections: the pinned ones, those without a prefix, the others by prefix, what the machine measured of
 * itself last. Within a section they keep the order given, save those that were moved. Few metrics are one section.
 */
export function toSections(
  keys: readonly string[],
  { search, pins, moves }: Arrangement,
): readonly MetricSection[] {
  const matches = matcherOf(search);
  const found = keys.filter(matches);
  const pinned = pins.filter((key) => found.includes(key));
  const rest = found.filter((key) => !pins.includes(key));
  const groups = Map.groupBy(rest, prefixOf);
  const sections = [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || naturally.compare(a, b))
    .map(([prefix, group]) => ({ prefix, keys: moved(group, moves) }));
  const first: MetricSection[] = pinned.length === 0 ? [] : [{ prefix: '', keys: pinned, pinned: true }];
  // A heading for every chart or two would be more heading than chart.
  const all = sections.flatMap((section) => section.keys);
  return [...first, ...(all.length > fewKeys ? sections : [{ prefix: '', keys: all }].slice(0, all.length))];
}

/**
 * Whether a key is searched for: it contains the text or, where that is a regular expression and more than plain
 * text, it matches; in either case.
 */
export function matcherOf(search: string): (key: string) => boolean {
  const wanted = search.trim();
  const plain = (key: string): boolean => key.toLowerCase().includes(wanted.toLowerCase());
  if (!/[\\^$*+?()[\]{}|]/.test(wanted)) return plain;
  try {
    const expression = new RegExp(wanted, 'i');
    return (key) => expression.test(key);
  } catch {
    // Half typed: until it is an expression it is text.
    return plain;
  }
}

function prefixOf(key: string): string {
  const slash = key.indexOf('/');
  return slash < 1 ? '' : key.slice(0, slash);
}

function rank(prefix: string): number {
  if (prefix === '') return 0;
  return prefix === 'system' ? 2 : 1;
}

function moved(keys: readonly string[], moves: ReadonlyMap<string, number>): readonly string[] {
  const placed = keys.filter((key) => !moves.has(key));
  for (const [key, index] of moves) if (keys.includes(key)) placed.splice(index, 0, key);
  return placed;
}
