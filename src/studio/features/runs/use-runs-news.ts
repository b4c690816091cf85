import { searchRuns } from '#contract/runs.ts';
import type { Problem } from '#contract/problem.ts';
import { useCallback, useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import type { RunsQuery } from './runs-query.model.ts';

interface Accepted {
  readonly query: RunsQuery;
  /** Never the same twice: rows of another version are of another moment. */
  readonly version: number;
  readonly matching: number | undefined;
  readonly newest: string | undefined;
}

export interface RunsNews {
  /** Rows that the table has: those that matched when it was last brought up to date. */
  readonly rows: number | undefined;
  readonly matching: number | undefined;
  readonly total: number | undefined;
  /** Runs that match by now and are not in the table. */
  readonly fresh: number;
  readonly version: number;
  readonly error: Problem | null;
  readonly retry: () => void;
  /** Brings the table up to date. */
  readonly accept: () => void;
}

let versions = 0;

/**
 * How many runs match, kept live, and how many of them the table has. Rows must not move under the reader's eyes, so
 * new runs wait until they are asked for, unless the table follows the newest.
 */
export function useRunsNews(workspace: string, query: RunsQuery, follows: boolean): RunsNews {
  const { data, isPlaceholderData, error, refetch } = useOperation(
    searchRuns,
    { params: { workspace }, body: { ...query, orderBy: [], limit: 1 } },
    { keepPrevious: true },
  );
  const [accepted, setAccepted] = useState<Accepted>(() => start(query));
  const now = isPlaceholderData || data === undefined ? undefined : data;
  const newest = now?.rows[0]?.runId;

  const accept = useCallback(() => {
    versions += 1;
    setAccepted({ query, version: versions, matching: now?.matching, newest });
  }, [now?.matching, newest, query]);

  const current = nextOf(
    accepted,
    query,
    now === undefined ? undefined : { matching: now.matching, newest },
    follows,
  );
  if (current !== accepted) setAccepted(current);
  return {
    rows: current.matching ?? data?.matching,
    matching: data?.matching,
    total: data?.total,
    fresh: Math.max(0, (now?.matching ?? 0) - (current.matching ?? Infinity)),
    version: current.version,
    error: now === undefined ? error : null,
    retry: () => void refetch(),
    accept,
  };
}

function start(query: RunsQuery): Accepted {
  versions += 1;
  return { query, version: versions, matching: undefined, newest: undefined };
}

/** What the table is to show after an answer: another search starts anew, the same one follows or waits. */
function nextOf(
  accepted: Accepted,
  query: RunsQuery,
  now: Pick<Accepted, 'matching' | 'newest'> | undefined,
  follows: boolean,
): Accepted {
  if (accepted.query !== query) return start(query);
  if (now?.matching === undefined) return accepted;
  if (accepted.matching === undefined) return { ...accepted, ...now };
  const changed = accepted.matching !== now.matching || accepted.newest !== now.newest;
  // What is gone goes at once: a row that cannot be opened is worse than one that moves.
  if (!changed || (!follows && now.matching >= accepted.matching)) return accepted;
  versions += 1;
  return { ...accepted, ...now, version: versions };
}
