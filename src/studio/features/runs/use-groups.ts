import { groupRuns, type RunGroup } from '#contract/run-groups.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import type { Column } from './column.model.ts';
import { termText } from './column.model.ts';
import { groupId, groupMetrics, groupOrder, mostGroups, toAskedKeys } from './runs-groups.model.ts';
import type { RunsQuery } from './runs-query.model.ts';
import type { RunsView } from './runs-view.model.ts';

interface GroupsAsked {
  readonly workspace: string;
  readonly query: RunsQuery;
  readonly view: Pick<RunsView, 'group' | 'sort'>;
  readonly columns: readonly Column[];
  readonly version: number;
}

export interface Groups {
  readonly groups: readonly RunGroup[];
  /** Groups in all; only the first of them are shown where they are more. */
  readonly total: number;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * The groups of the runs that match, in an order that stays until new runs are let in; their figures are kept live.
 * `undefined` while they are on their way, and where nothing is grouped by.
 */
export function useGroups({ workspace, query, view, columns, version }: GroupsAsked): Groups | undefined {
  const client = useClient();
  const body = useMemo(() => {
    const { experimentIds, filter, view: lifecycle } = query;
    const order = groupOrder(view.sort);
    return {
      experimentIds,
      filter,
      view: lifecycle,
      by: toAskedKeys(view.group),
      terms: groupMetrics(columns, view.sort).flatMap((column) => termText(column) ?? []),
      ...(order === undefined ? {} : { orderBy: order }),
      limit: mostGroups,
    };
  }, [query, view.group, view.sort, columns]);
  const ask = useCallback(
    async (signal: AbortSignal) => client.call(groupRuns, { params: { workspace }, body }, signal),
    [client, workspace, body],
  );
  const grouped = body.by.length > 0;
  const still = useQuery({
    queryKey: ['table groups', workspace, body, version],
    enabled: grouped,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => ask(signal),
  });
  const live = useQuery({
    // An operation's id begins the key: live events ask again what begins so.
    queryKey: [groupRuns.id, { params: { workspace }, body }],
    enabled: grouped && still.data !== undefined,
    queryFn: async ({ signal }) => ask(signal),
  });
  return useMemo(() => {
    if (!grouped) return undefined;
    const { data, error } = still;
    if (data === undefined)
      return error === null ? undefined : { groups: [], total: 0, error, retry: () => void still.refetch() };
    const fresh = new Map(live.data?.groups.map((group) => [groupId(group), group]));
    const groups = data.groups.map((group) => fresh.get(groupId(group)) ?? group);
    return { groups, total: data.total, error: null, retry: () => void still.refetch() };
  }, [grouped, still, live.data]);
}
