/** A row whose own rows are shown below it. */
export interface OpenNode {
  /** Its place among the rows of its level. */
  readonly at: number;
  readonly id: string;
  /** How many rows it has of its own. */
  readonly count: number;
  /** Those of its rows that are open, by place. */
  readonly open: readonly OpenNode[];
}

/** Rows of one level with what is open among them. */
export interface Outline {
  readonly count: number;
  readonly open: readonly OpenNode[];
}

/** Where a row of the table stands: below which open rows, and its place among theirs. */
export interface OutlinePlace {
  readonly parents: readonly OpenNode[];
  readonly at: number;
}

/** Rows in all. */
export function outlineSize({ count, open }: Outline): number {
  return open.reduce((sum, node) => sum + outlineSize(node), count);
}

/** What stands on a row of the table. */
export function locate(outline: Outline, index: number): OutlinePlace {
  let before = 0;
  for (const node of outline.open) {
    const row = node.at + before;
    if (index <= row) break;
    const size = outlineSize(node);
    if (index <= row + size) {
      const inside = locate(node, index - row - 1);
      return { ...inside, parents: [node, ...inside.parents] };
    }
    before += size;
  }
  return { parents: [], at: index - before };
}

/** Opens a row, or closes it with all that is open below it. */
export function toggleNode(
  outline: Outline,
  { parents, at }: OutlinePlace,
  node: { readonly id: string; readonly count: number },
): Outline {
  const [parent, ...others] = parents;
  if (parent !== undefined) {
    const changed = toggleNode(parent, { parents: others, at }, node);
    const open = outline.open.map((each) => (each.at === parent.at ? { ...each, open: changed.open } : each));
    return { ...outline, open };
  }
  const closed = outline.open.filter((each) => each.at !== at);
  if (closed.length < outline.open.length) return { ...outline, open: closed };
  return { ...outline, open: [...closed, { at, ...node, open: [] }].sort((a, b) => a.at - b.at) };
}

export function isOpenAt(outline: Outline, { parents, at }: OutlinePlace): boolean {
  return (parents.at(-1) ?? outline).open.some((node) => node.at === at);
}
