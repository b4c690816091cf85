/** The metrics that share what is before their first slash. */
export interface MetricSection {
  /** Empty for metrics without a slash. */
  readonly prefix: string;
  readonly keys: readonly string[];
}

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Metrics in sections by prefix: those without one first, what the machine measured of itself last. */
export function toSections(keys: readonly string[], search: string): readonly MetricSection[] {
  const wanted = search.trim().toLowerCase();
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    if (!key.toLowerCase().includes(wanted)) continue;
    const slash = key.indexOf('/');
    const prefix = slash < 1 ? '' : key.slice(0, slash);
    const group = groups.get(prefix);
    if (group === undefined) groups.set(prefix, [key]);
    else group.push(key);
  }
  return [...groups]
    .map(([prefix, group]) => ({ prefix, keys: group.toSorted(naturally.compare) }))
    .sort((a, b) => rank(a.prefix) - rank(b.prefix) || naturally.compare(a.prefix, b.prefix));
}

function rank(prefix: string): number {
  if (prefix === '') return 0;
  return prefix === 'system' ? 2 : 1;
}
