import { searchLog } from '#contract/run-logs.ts';
import { Problem } from '#contract/problem.ts';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useClient } from '../query/client-context.ts';
import type { LogPlace } from './use-log-lines.ts';

export interface LogSearch {
  /** Numbers of the lines that match, ascending, as far as was looked. */
  readonly matches: readonly number[];
  /** Lines looked through. */
  readonly searched: number;
  readonly busy: boolean;
  /** Whether there may be more than are listed. */
  readonly more: boolean;
  readonly error: Problem | null;
}

const typedMs = 200;
/** So many matches are enough to walk through; the rest is not looked for. */
const mostMatches = 10_000;

/** Looks for a text in a log, part after part, and tells how far it is. */
export function useLogSearch({ workspace, runId, log }: LogPlace, text: string, lines: number): LogSearch {
  const client = useClient();
  const [wanted] = useDebouncedValue(text.trim(), typedMs);
  const answer = useInfiniteQuery({
    queryKey: ['log search', workspace, runId, log, wanted],
    queryFn: async ({ pageParam, signal }) =>
      client.call(
        searchLog,
        { params: { workspace, runId }, query: { log, text: wanted, from: pageParam } },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    enabled: wanted !== '',
    staleTime: 10_000,
  });
  const { data, hasNextPage, isFetching, fetchNextPage, error } = answer;
  const matches = useMemo(() => data?.pages.flatMap((page) => page.matches) ?? [], [data]);
  const goOn = hasNextPage && matches.length < mostMatches;
  useEffect(() => {
    if (goOn && !isFetching && error === null) void fetchNextPage();
  }, [goOn, isFetching, error, fetchNextPage]);
  return {
    matches,
    searched: data?.pages.at(-1)?.next ?? (data === undefined ? 0 : lines),
    busy: wanted !== '' && (isFetching || wanted !== text.trim()),
    more: hasNextPage,
    error: error instanceof Problem ? error : null,
  };
}
