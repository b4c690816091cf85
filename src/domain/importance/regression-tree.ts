import { mostBins } from './binned-column.ts';

/** Rows as bins, one array a feature, and what is to be explained. */
export interface TreeData {
  readonly columns: readonly Uint8Array[];
  readonly target: Float64Array;
}

export interface TreeLimits {
  readonly depth: number;
  /** The fewest rows a leaf may have. */
  readonly leaf: number;
  /** How many features are tried at each split. */
  readonly tried: number;
}

/** Nodes in arrays: the children of a split node are `left` and `left + 1`; a leaf has `left` 0. */
export interface Tree {
  readonly feature: readonly number[];
  /** Rows whose bin is not above this go left. */
  readonly bin: readonly number[];
  readonly left: readonly number[];
  readonly mean: readonly number[];
}

interface Growing {
  readonly feature: number[];
  readonly bin: number[];
  readonly left: number[];
  readonly mean: number[];
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

/** Grows a tree that halves the squared error where it can, trying some features at random at each split (CART). */
export function growTree(data: TreeData, rows: Int32Array, limits: TreeLimits, random: () => number): Tree {
  const tree: Growing = { feature: [], bin: [], left: [], mean: [] };
  const waiting = [{ node: addNode(tree, data.target, rows), rows, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.depth === limits.depth || next.rows.length < 2 * limits.leaf) continue;
    const split = bestSplit(data, next.rows, limits, random);
    if (split === undefined) continue;
    const { below, above } = part(next.rows, data.columns[split.feature], split.bin);
    tree.feature[next.node] = split.feature;
    tree.bin[next.node] = split.bin;
    tree.left[next.node] = addNode(tree, data.target, below);
    waiting.push({ node: tree.left[next.node] ?? 0, rows: below, depth: next.depth + 1 });
    waiting.push({ node: addNode(tree, data.target, above), rows: above, depth: next.depth + 1 });
  }
  return tree;
}

/**
 * What a tree says of a row. Of `swapped`, one feature, it reads another row: what that feature told is gone.
 * @param columns bins by feature, then by row
 */
export function predict(
  tree: Tree,
  columns: readonly Uint8Array[],
  row: number,
  swapped?: { readonly feature: number; readonly row: number },
): number {
  const { feature, bin, left } = tree;
  let node = 0;
  for (let next = left[0] ?? 0; next !== 0; next = left[node] ?? 0) {
    const asked = feature[node] ?? 0;
    const from = asked === swapped?.feature ? swapped.row : row;
    node = (columns[asked]?.[from] ?? 0) <= (bin[node] ?? 0) ? next : next + 1;
  }
  return tree.mean[node] ?? 0;
}

function addNode(tree: Growing, target: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) sum += target[row] ?? 0;
  tree.feature.push(-1);
  tree.bin.push(0);
  tree.left.push(0);
  return tree.mean.push(sum / rows.length) - 1;
}

function part(rows: Int32Array, column: Uint8Array | undefined, bin: number) {
  const parted = new Int32Array(rows.length);
  let [low, high] = [0, rows.length];
  for (const row of rows) {
    if ((column?.[row] ?? 0) <= bin) {
      parted[low] = row;
      low += 1;
    } else {
      high -= 1;
      parted[high] = row;
    }
  }
  return { below: parted.subarray(0, low), above: parted.subarray(low) };
}

function bestSplit(
  data: TreeData,
  rows: Int32Array,
  { leaf, tried }: TreeLimits,
  random: () => number,
): Split | undefined {
  let best: Split | undefined;
  for (const feature of someOf(data.columns.length, tried, random)) {
    const split = splitOf(data, rows, feature, leaf);
    if (split !== undefined && split.gain > (best?.gain ?? 1e-12)) best = split;
  }
  return best;
}

// Made once: a forest asks for them hundreds of thousands of times.
const sums = new Float64Array(mostBins);
const counts = new Int32Array(mostBins);

/** The gain is how much of the squared error the split takes away. */
function splitOf({ columns, target }: TreeData, rows: Int32Array, feature: number, leaf: number) {
  const column = columns[feature];
  sums.fill(0);
  counts.fill(0);
  let total = 0;
  for (const row of rows) {
    const bin = column?.[row] ?? 0;
    const value = target[row] ?? 0;
    sums[bin] = (sums[bin] ?? 0) + value;
    counts[bin] = (counts[bin] ?? 0) + 1;
    total += value;
  }
  const whole = (total * total) / rows.length;
  let best: Split | undefined;
  let [count, sum] = [0, 0];
  for (let bin = 0; bin < mostBins - 1; bin += 1) {
    count += counts[bin] ?? 0;
    sum += sums[bin] ?? 0;
    const rest = rows.length - count;
    if (rest < leaf) break;
    if (count < leaf || counts[bin] === 0) continue;
    const gain = (sum * sum) / count + ((total - sum) * (total - sum)) / rest - whole;
    if (best === undefined || gain > best.gain) best = { feature, bin, gain };
  }
  return best;
}

/** `count` different numbers below `of`. */
function someOf(of: number, count: number, random: () => number): readonly number[] {
  const all = Array.from({ length: of }, (_each, index) => index);
  for (let index = 0; index < Math.min(count, of); index += 1) {
    const other = index + Math.floor(random() * (of - index));
    [all[index], all[other]] = [all[other] ?? 0, all[index] ?? 0];
  }
  return all.slice(0, count);
}
