/** What is known of a metric over the runs of a page. */
interface Logged {
  readonly metrics: readonly { readonly key: string; readonly points: number }[];
}

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Keys of the metrics of some runs: curves before single values, then those that most runs have, then by name. None
 * of this changes while a run goes on logging, so that no chart jumps away under the eye.
 */
export function orderMetrics(runs: readonly Logged[]): readonly string[] {
  const known = new Map<string, { runs: number; curve: boolean }>();
  for (const { metrics } of runs) {
    for (const { key, points } of metrics) {
      const before = known.get(key) ?? { runs: 0, curve: false };
      known.set(key, { runs: before.runs + 1, curve: before.curve || points > 1 });
    }
  }
  return [...known]
    .sort(
      ([aKey, a], [bKey, b]) =>
        Number(b.curve) - Number(a.curve) || b.runs - a.runs || naturally.compare(aKey, bKey),
    )
    .map(([key]) => key);
}
