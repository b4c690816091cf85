/** The metrics that share what is before their first slash. */
export interface MetricSection {
  /** Empty for metrics without a slash. */
  readonly prefix: string;
  readonly keys: readonly string[];
}

/** So many metrics need no sections. */
const fewKeys = 6;

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Metrics in sections by prefix: those without one first, what the machine measured of itself last. Few
 * metrics are one section, in the same order.
 */
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
  const sections = [...groups]
    .map(([prefix, group]) => ({ prefix, keys: group.toSorted(naturally.compare) }))
    .sort((a, b) => rank(a.prefix) - rank(b.prefix) || naturally.compare(a.prefix, b.prefix));
  // A heading for every chart or two would be more heading than chart.
  const all = sections.flatMap((section) => section.keys);
  return all.length > fewKeys ? sections : [{ prefix: '', keys: all }].slice(0, all.length);
}

function rank(prefix: string): number {
  if (prefix === '') return 0;
  return prefix === 'system' ? 2 : 1;
}
