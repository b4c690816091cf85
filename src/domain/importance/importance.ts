import { type Feature, toBins } from './binned-column.ts';
import { correlate, correlateRanks } from './correlation.ts';
import { growTree, predict, type Tree, type TreeData } from './regression-tree.ts';
import { createSeededRandom } from './seeded-random.ts';

export interface FeatureImportance {
  readonly name: string;
  /** How much worse the forest foretells unseen rows without the feature: its share of all features', 0 to 1. */
  readonly importance: number;
  /**
   * Pearson's and Spearman's correlation with the target; `undefined` for words, for what never changes, and beyond
   * the `mostCorrelated` most important.
   */
  readonly correlation: number | undefined;
  readonly rankCorrelation: number | undefined;
}

export interface Importances {
  /** Most important first. */
  readonly features: readonly FeatureImportance[];
  /** Share of the target's variance that the forest explains in rows it has not seen; below zero: none. */
  readonly explained: number;
  /** Rows whose target is finite. */
  readonly rows: number;
}

const treeCount = 40;
/** More rows make a tree slower, not much wiser. */
const mostRowsPerTree = 1000;
const mostUnseenPerTree = 500;
/** Features beyond these are told without their correlations, which take longest among many. */
export const mostCorrelated = 24;
/** Fewer rows than this tell nothing. */
export const fewestRows = 8;

/**
 * Which features explain a target: permutation importance of a random forest, measured on the rows that each tree has
 * not seen (Breiman 2001). The same rows give the same answer. `undefined` with fewer than `fewestRows` finite targets
 * or a target that never changes.
 * @param target one value a row; rows without a finite one are left out
 */
export function measureImportance(
  features: readonly Feature[],
  target: readonly (number | undefined)[],
): Importances | undefined {
  const kept = target.flatMap((value, row) => (value !== undefined && Number.isFinite(value) ? [row] : []));
  const wanted = Float64Array.from(kept, (row) => target[row] ?? 0);
  if (kept.length < fewestRows || features.length === 0 || isConstant(wanted)) return undefined;
  const own = features.map((feature) => pick(feature, kept));
  const data: TreeData = { columns: own.map((feature) => toBins(feature, wanted)), target: wanted };
  const { losses, explained } = growForest(data);
  const total = losses.reduce((sum, loss) => sum + loss, 0);
  const ranked = own
    .map((feature, index) => ({ feature, importance: total > 0 ? (losses[index] ?? 0) / total : 0 }))
    .sort((a, b) => b.importance - a.importance);
  const against = [...wanted];
  return {
    features: ranked.map(({ feature, importance }, rank) => {
      const asked = feature.kind === 'number' && rank < mostCorrelated;
      return {
        name: feature.name,
        importance,
        correlation: asked ? correlate(feature.values, against) : undefined,
        rankCorrelation: asked ? correlateRanks(feature.values, against) : undefined,
      };
    }),
    explained,
    rows: kept.length,
  };
}

function pick(feature: Feature, rows: readonly number[]): Feature {
  return feature.kind === 'number'
    ? { ...feature, values: rows.map((row) => feature.values[row]) }
    : { ...feature, values: rows.map((row) => feature.values[row]) };
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

function growForest(data: TreeData): { readonly losses: readonly number[]; readonly explained: number } {
  const random = createSeededRandom(data.target.length);
  const losses = data.columns.map(() => 0);
  const said = { sums: new Float64Array(data.target.length), counts: new Int32Array(data.target.length) };
  const limits = { depth: 10, leaf: 2, tried: Math.max(1, Math.ceil(data.columns.length / 3)) };
  for (let count = 0; count < treeCount; count += 1) {
    const { drawn, unseen } = draw(data.target.length, random);
    const tree = growTree(data, drawn, limits, random);
    const own = foretell(tree, data, unseen);
    for (const [index, row] of unseen.entries()) {
      said.sums[row] = (said.sums[row] ?? 0) + (own[index] ?? 0);
      said.counts[row] = (said.counts[row] ?? 0) + 1;
    }
    const error = squaredError(own, data.target, unseen);
    for (const feature of new Set(tree.feature)) {
      if (feature < 0) continue;
      const without = foretell(tree, data, unseen, { feature, rows: shuffle(unseen, random) });
      losses[feature] = (losses[feature] ?? 0) + squaredError(without, data.target, unseen) - error;
    }
  }
  return { losses: losses.map((loss) => Math.max(0, loss)), explained: shareExplained(said, data.target) };
}

interface Said {
  readonly sums: Float64Array;
  /** How many trees had not seen the row and spoke of it. */
  readonly counts: Int32Array;
}

function shareExplained({ sums, counts }: Said, target: Float64Array): number {
  const mean = target.reduce((sum, value) => sum + value, 0) / target.length;
  let [error, spread] = [0, 0];
  for (const [row, value] of target.entries()) {
    const count = counts[row] ?? 0;
    if (count === 0) continue;
    error += (value - (sums[row] ?? 0) / count) ** 2;
    spread += (value - mean) ** 2;
  }
  return spread > 0 ? 1 - error / spread : 0;
}

/** Rows drawn with putting back, and some of those never drawn. */
function draw(count: number, random: () => number) {
  const seen = new Uint8Array(count);
  const drawn = Int32Array.from({ length: Math.min(count, mostRowsPerTree) }, () => {
    const row = Math.floor(random() * count);
    seen[row] = 1;
    return row;
  });
  const unseen: number[] = [];
  const start = Math.floor(random() * count);
  for (let step = 0; step < count && unseen.length < mostUnseenPerTree; step += 1) {
    const row = (start + step) % count;
    if (seen[row] === 0) unseen.push(row);
  }
  return { drawn, unseen };
}

function shuffle(rows: readonly number[], random: () => number): readonly number[] {
  const mixed = [...rows];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [mixed[index], mixed[other]] = [mixed[other] ?? 0, mixed[index] ?? 0];
  }
  return mixed;
}

/** What a tree says of each of some rows. With `swapped`, one feature is read from other rows: what it told is gone. */
function foretell(
  tree: Tree,
  { columns }: TreeData,
  rows: readonly number[],
  swapped?: { readonly feature: number; readonly rows: readonly number[] },
): readonly number[] {
  if (swapped === undefined) return rows.map((row) => predict(tree, columns, row));
  const { feature } = swapped;
  return rows.map((row, index) => predict(tree, columns, row, { feature, row: swapped.rows[index] ?? row }));
}

function squaredError(said: readonly number[], target: Float64Array, rows: readonly number[]): number {
  let sum = 0;
  for (const [index, row] of rows.entries()) sum += ((said[index] ?? 0) - (target[row] ?? 0)) ** 2;
  return sum;
}
