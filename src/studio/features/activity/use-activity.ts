import { listActivity } from '#contract/activity.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '#studio/query/client-context.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { operationKey } from '#studio/query/operation-query.ts';

const pageSize = 100;

/** The audit trail of a workspace, newest first, page by page. */
export function useActivity(workspace: string, subjectKind: string | undefined) {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: operationKey(listActivity, { workspace, subjectKind, pages: true }),
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam, signal }) =>
      client.call(
        listActivity,
        {
          params: { workspace },
          query: {
            limit: pageSize,
            ...(pageParam === undefined ? {} : { before: pageParam }),
            ...(subjectKind === undefined ? {} : { subjectKind }),
          },
        },
        signal,
      ),
    getNextPageParam: (last) => last.nextBefore ?? undefined,
  });
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return {
    query,
    events,
    /** How many the next page brings. */
    older: Math.min(pageSize, total - events.length),
    counted:
      query.data === undefined
        ? undefined
        : `${formatInteger(events.length)} of ${formatInteger(total)} events shown`,
  };
}
