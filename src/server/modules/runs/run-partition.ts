/** Runs dealt into groups, by place. */
export interface Partition {
  /** The group of each run; -1 for runs that are in none. */
  readonly groupOf: Int32Array;
  /** A place of each group. */
  readonly examples: readonly number[];
}

/** All runs with a 1 as one group. */
export function wholePartition(kept: Uint8Array): Partition {
  const first = kept.indexOf(1);
  const groupOf = Int32Array.from(kept, (each) => (each === 1 ? 0 : -1));
  return { groupOf, examples: first === -1 ? [] : [first] };
}

/** The same, with runs of different codes in different groups. @param codes 0 where a run has no value */
export function refine({ groupOf }: Partition, codes: Int32Array): Partition {
  let codeCount = 1;
  for (const code of codes) codeCount = Math.max(codeCount, code + 1);
  const refined = new Int32Array(groupOf.length).fill(-1);
  const numbers = new Map<number, number>();
  const examples: number[] = [];
  for (let at = 0; at < groupOf.length; at += 1) {
    const before = groupOf[at] ?? -1;
    if (before < 0) continue;
    const name = before * codeCount + (codes[at] ?? 0);
    let group = numbers.get(name);
    if (group === undefined) {
      group = examples.length;
      numbers.set(name, group);
      examples.push(at);
    }
    refined[at] = group;
  }
  return { groupOf: refined, examples };
}
