import { mostGroupCells, readGroups } from '#contract/metrics.ts';
import type { Problem } from '#contract/problem.ts';
import { decodeGroups, type GroupsAnswer } from '#domain/series/group-wire.ts';
import { useClient } from '#studio/query/client-context.ts';
import { operationKey } from '#studio/query/operation-query.ts';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ChartGroup } from '../chart-group.ts';
import { axisQuestion, type ChartAxis } from '../scene/chart-axis.ts';
import type { Range } from '../scene/range.ts';

interface WantedGroups {
  readonly workspace: string;
  readonly groups: readonly ChartGroup[];
  readonly metric: string;
  readonly x: ChartAxis;
  readonly range: Range | undefined;
  readonly pixels: number;
  readonly enabled: boolean;
}

const settleMs = 100;
/** As many places as can be told apart, each a few pixels wide. */
const pixelsEach = 2;

/** What groups of runs do along x, over all their members. */
export function useGroupLines(wanted: WantedGroups): UseQueryResult<GroupsAnswer, Problem> {
  const client = useClient();
  const [range] = useDebouncedValue(wanted.range, settleMs, { leading: true });
  const { x } = axisQuestion(wanted.x);
  const input = {
    params: { workspace: wanted.workspace },
    body: {
      groups: wanted.groups.map(({ runIds }) => ({ runIds: [...runIds] })),
      key: wanted.metric,
      x: x === 'active' ? ('elapsed' as const) : x,
      ...(range === undefined ? {} : { from: range[0], to: range[1] }),
      maxPlaces: placesFor(wanted),
      // Members seldom log at the very same places save for steps.
      rule: 'linear' as const,
    },
  };
  return useQuery<GroupsAnswer, Problem>({
    queryKey: operationKey(readGroups, input),
    queryFn: async ({ signal }) => decodeGroups(await client.bytes(readGroups, input, signal)),
    enabled: wanted.enabled && wanted.groups.length > 0,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}

function placesFor({ groups, pixels }: WantedGroups): number {
  const members = groups.reduce((sum, { runIds }) => sum + runIds.length, 0);
  const most = Math.min(4000, Math.floor(mostGroupCells / Math.max(1, members)));
  return Math.min(most, Math.max(100, Math.ceil(pixels / pixelsEach / 100) * 100));
}
