/**
 * How much a row tells runs apart: the entropy, in bits, of which value a run has. 0 where all agree; the more values
 * and the more evenly spread, the higher. Runs of which the value is unknown (`undefined`) do not count.
 */
export function entropyOf(meanings: readonly (string | undefined)[]): number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const meaning of meanings) {
    if (meaning === undefined) continue;
    counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
    total += 1;
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits + 0;
}

/** A run's value in a row, as number where it is one, and what it reached. */
export interface Outcome {
  readonly meaning: string | undefined;
  readonly value: number | undefined;
  readonly outcome: number | undefined;
}

/**
 * How strongly a row goes with an outcome, from −1 to 1: Spearman's rank correlation where its values are numbers (the
 * sign says which way), else the correlation ratio of the groups that the values make (never negative). Absent under
 * three runs that have both, and where either never changes.
 */
export function correlationOf(outcomes: readonly Outcome[]): number | undefined {
  const known = outcomes.filter(
    ({ meaning, outcome }) => meaning !== undefined && outcome !== undefined && Number.isFinite(outcome),
  );
  if (known.length < 3) return undefined;
  const reached = known.map(({ outcome }) => outcome ?? 0);
  const values = known.map(({ value }) => value ?? NaN);
  if (values.every((value) => Number.isFinite(value))) return pearson(ranksOf(values), ranksOf(reached));
  return correlationRatio(
    known.map(({ meaning }) => meaning ?? ''),
    ranksOf(reached),
  );
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const ranks = Array.from(values, () => 0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1;
    for (let at = start; at <= end; at += 1) ranks[order[at]?.index ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function pearson(x: readonly number[], y: readonly number[]): number | undefined {
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  let [together, spreadX, spreadY] = [0, 0, 0];
  for (const [index, value] of x.entries()) {
    const [dx, dy] = [value - meanX, (y[index] ?? 0) - meanY];
    together += dx * dy;
    spreadX += dx * dx;
    spreadY += dy * dy;
  }
  return spreadX === 0 || spreadY === 0 ? undefined : together / Math.sqrt(spreadX * spreadY);
}

function correlationRatio(groups: readonly string[], y: readonly number[]): number | undefined {
  const mean = meanOf(y);
  const members = Map.groupBy(y.entries(), ([index]) => groups[index] ?? '');
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // With a group for every run, or one for all, the groups explain nothing.
  if (total === 0 || members.size < 2 || members.size === y.length) return undefined;
  let between = 0;
  for (const list of members.values()) {
    between += list.length * (meanOf(list.map(([, value]) => value)) - mean) ** 2;
  }
  return Math.sqrt(between / total);
}
