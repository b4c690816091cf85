import { useMemo } from 'react';
import type { Direction } from '#domain/metric/direction.ts';
import { addedBehind, moved, pinned, ranked, replaced, resized, shown } from './column-changes.model.ts';
import { type Column, columnId, isNumeric } from './column.model.ts';
import {
  type ColumnChoice,
  type GroupKey,
  mostGroupKeys,
  type SortTerm,
  toggleSort,
} from './runs-view.model.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

export interface ColumnActions {
  /** A press on its heading; `add`: behind the others that are sorted by. */
  readonly toggleSort: (column: Column, add: boolean) => void;
  readonly setSort: (sort: readonly SortTerm[]) => void;
  readonly resize: (column: Column, width: number) => void;
  readonly move: (column: Column, position: number) => void;
  readonly show: (column: Column, show: boolean) => void;
  readonly replace: (column: Column, next: Column) => void;
  readonly addBehind: (column: Column, next: Column) => void;
  readonly pin: (column: Column, pin: boolean) => void;
  readonly groupBy: (key: GroupKey) => void;
  readonly setGroups: (keys: readonly GroupKey[]) => void;
  /** A leaderboard by a metric. */
  readonly rank: (metric: string) => void;
}

/** What can be done with columns, each a change of the address. */
export function useColumnActions(
  choices: readonly ColumnChoice[] | undefined,
  onChange: ChangeRunsView,
  directionOf: (metric: string) => Direction,
): ColumnActions {
  return useMemo(() => {
    const current = choices ?? [];
    return {
      toggleSort: (column, add) =>
        onChange((view) => ({
          ...view,
          sort: toggleSort(view.sort, column, { add, descendingFirst: isGreatestFirst(column, directionOf) }),
        })),
      setSort: (sort) => onChange((view) => ({ ...view, sort })),
      resize: (column, width) => onChange((view) => resized(column, width)(view, current), 'refine'),
      move: (column, position) => onChange((view) => moved(column, position)(view, current), 'refine'),
      show: (column, show) => onChange((view) => shown(column, show)(view, current), 'refine'),
      replace: (column, next) => onChange((view) => replaced(column, next)(view, current), 'refine'),
      addBehind: (column, next) => onChange((view) => addedBehind(column, next)(view, current), 'refine'),
      pin: (column, pin) => onChange((view) => pinned(column, pin)(view, current), 'refine'),
      setGroups: (group) => onChange((view) => ({ ...view, group })),
      rank: (metric) => onChange((view) => ranked(metric, directionOf(metric))(view, current)),
      groupBy: (key) => onChange((view) => ({ ...view, group: [...view.group, key].slice(-mostGroupKeys) })),
    };
  }, [choices, onChange, directionOf]);
}

/** What is looked for first: the best of a metric, the greatest of other numbers, the first letter of texts. */
function isGreatestFirst(column: Column, directionOf: (metric: string) => Direction): boolean {
  if (!isNumeric(column)) return false;
  const counts = column.kind === 'metrics' && column.summary === 'count';
  return column.kind !== 'metrics' || counts || directionOf(column.key) !== 'down';
}

/** The place of a column among those sorted by, and which way. */
export function sortOf(
  sort: readonly SortTerm[],
  column: Column,
): { readonly rank: number; readonly descending: boolean } | undefined {
  const at = sort.findIndex((term) => columnId(term.column) === columnId(column));
  const term = sort[at];
  return term === undefined ? undefined : { rank: at + 1, descending: term.descending };
}
