import { useCallback, useMemo, useState } from 'react';
import { locate, type OpenNode, type Outline, toggleNode } from './outline.model.ts';

const nothing: readonly OpenNode[] = [];

/** Which rows are open. All close when the rows are others (`key`): then other runs stand in their places. */
export function useOutline(count: number, key: string) {
  const [kept, keep] = useState({ key, open: nothing });
  const open = kept.key === key ? kept.open : nothing;
  const outline = useMemo<Outline>(() => ({ count, open }), [count, open]);
  const toggle = useCallback(
    (index: number, node: { readonly id: string; readonly count: number }) =>
      keep({ key, open: toggleNode(outline, locate(outline, index), node).open }),
    [key, outline],
  );
  return { outline, toggle };
}
