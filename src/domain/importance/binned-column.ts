/** What may explain a result: one value a row, absent where the row has none. */
export type Feature =
  | { readonly name: string; readonly kind: 'number'; readonly values: readonly (number | undefined)[] }
  | { readonly name: string; readonly kind: 'text'; readonly values: readonly (string | undefined)[] };

/** The most bins a column is cut into. Bin 0 is for rows without a value. */
export const mostBins = 64;

/** The bin of each row: rising with the value, or, of words, with the mean of the target. */
export function toBins(feature: Feature, target: Float64Array): Uint8Array {
  const places = feature.kind === 'number' ? placesOfNumbers(feature.values) : placesOfWords(feature, target);
  const distinct = [...new Set(places.filter((place) => !Number.isNaN(place)))].sort((a, b) => a - b);
  const binOf = new Map(distinct.map((place, rank) => [place, binOfRank(rank, distinct.length)]));
  return Uint8Array.from(places, (place) => binOf.get(place) ?? 0);
}

/** Bins take as many distinct values each as all others, so that no outlier empties them. */
function binOfRank(rank: number, distinct: number): number {
  const bins = Math.min(distinct, mostBins - 1);
  return 1 + Math.floor((rank * bins) / distinct);
}

function placesOfNumbers(values: readonly (number | undefined)[]): readonly number[] {
  return values.map((value) => (value === undefined || !Number.isFinite(value) ? Number.NaN : value));
}

/** Ordered so, the best split of words into two sets is always between neighbours (Fisher 1958). */
function placesOfWords(
  { values }: Feature & { readonly kind: 'text' },
  target: Float64Array,
): readonly number[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const [row, word] of values.entries()) {
    if (word === undefined) continue;
    const known = sums.get(word) ?? { sum: 0, count: 0 };
    known.sum += target[row] ?? 0;
    known.count += 1;
    sums.set(word, known);
  }
  const ranked = [...sums].sort(([a, x], [b, y]) => x.sum / x.count - y.sum / y.count || (a < b ? -1 : 1));
  const places = new Map(ranked.map(([word], rank) => [word, rank]));
  return values.map((word) => (word === undefined ? Number.NaN : (places.get(word) ?? Number.NaN)));
}
