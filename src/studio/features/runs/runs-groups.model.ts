import type { GroupKey as AskedKey, RunGroup } from '#contract/run-groups.ts';
import { type Column, columnId, type MetricColumn, termText } from './column.model.ts';
import { columnLabel } from './column-label.model.ts';
import type { GroupKey, SortTerm } from './runs-view.model.ts';

/** Keys as the server takes them. */
export function toAskedKeys(keys: readonly GroupKey[]): AskedKey[] {
  return keys.flatMap((key): AskedKey[] => {
    if (key.kind === 'other params') return [{ paramsExcept: [...key.except] }];
    const term = termText(key);
    return term === undefined ? [] : [term];
  });
}

export function groupKeyLabel(key: GroupKey): string {
  if (key.kind !== 'other params') return columnLabel(key);
  return key.except.length === 0 ? 'All parameters' : `All parameters save ${key.except.join(', ')}`;
}

/** The metrics that groups tell statistics of, the one first that they are ordered by. */
export function groupMetrics(columns: readonly Column[], sort: readonly SortTerm[]): readonly MetricColumn[] {
  const first = sort.find(({ column }) => column.kind === 'metrics')?.column;
  const all = [...(first === undefined ? [] : [first]), ...columns].filter(
    (column): column is MetricColumn => column.kind === 'metrics',
  );
  return [...new Map(all.map((column) => [columnId(column), column])).values()].slice(0, mostTerms);
}

const mostTerms = 50;
/** The most that the server answers at once: who has more groups than that groups by something else. */
export const mostGroups = 1000;

/** What the groups are ordered by: the mean of the metric that runs are sorted by; else their size. */
export function groupOrder(sort: readonly SortTerm[]) {
  const first = sort.find(({ column }) => column.kind === 'metrics');
  return first === undefined ? undefined : { term: 0, of: 'mean' as const, ascending: !first.descending };
}

/** What a group is called: what its runs have in common. */
export function groupLabel(group: RunGroup, keys: readonly GroupKey[]): string {
  const parts = keys.flatMap((key, index) => {
    if (key.kind !== 'other params') return [`${columnLabel(key)}: ${group.keys[index] ?? 'none'}`];
    const params = Object.entries(group.params ?? {}).map(([name, value]) => `${name}: ${value}`);
    return params.length === 0 ? ['the same parameters'] : params;
  });
  return parts.join(' · ');
}

/** Names a group, also after its statistics have changed. */
export function groupId(group: RunGroup): string {
  return JSON.stringify([group.keys, group.params ?? {}]);
}
