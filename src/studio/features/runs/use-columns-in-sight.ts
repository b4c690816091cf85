import { useMemo } from 'react';
import type { Range } from '#studio/ui/rows-in-sight.model.ts';
import { type ColumnLayout, columnsInSight, type PlacedColumn } from './column-layout.model.ts';
import { useSideways } from './use-sideways.ts';

/** The columns that are drawn beside the pinned ones, and their places among all columns but the name. */
export function useColumnsInSight(
  scroller: HTMLElement | null,
  layout: ColumnLayout,
): { readonly inSight: readonly PlacedColumn[]; readonly range: Range } {
  const sideways = useSideways(scroller);
  const { first, last } = columnsInSight(layout, sideways.left, sideways.width);
  const inSight = useMemo(() => layout.columns.slice(first, last + 1), [layout, first, last]);
  const before = layout.pinned.length;
  return { inSight, range: { first: first + before, last: last + before } };
}
