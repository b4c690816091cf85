import { searchRuns } from '#contract/runs.ts';
import type { Problem } from '#contract/problem.ts';
import { useMemo } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { type CompareView, mostRuns, splitIds } from './compare-view.model.ts';

export interface WantedRuns {
  /** Those named, then those that the filter finds; at most as many as are compared. */
  readonly ids: readonly string[];
  readonly malformed: readonly string[];
  readonly tooMany: number;
  readonly counts: { readonly matching: number; readonly total: number } | undefined;
  readonly isPending: boolean;
  readonly error: Problem | undefined;
  readonly retry: () => void;
}

/** Which runs the address means, by id or by a filter. */
export function useWantedRuns(workspace: string, view: CompareView): WantedRuns {
  const { filter } = view;
  const { asked, malformed, tooMany } = useMemo(() => splitIds(view.runIds), [view.runIds]);
  const { data, error, isPending, refetch } = useOperation(
    searchRuns,
    { params: { workspace }, body: { filter: filter ?? '', limit: mostRuns } },
    { enabled: filter !== undefined, keepPrevious: true },
  );
  const found = filter === undefined ? undefined : data;
  const ids = useMemo(
    () => [...new Set([...asked, ...(found?.rows.map((row) => row.runId) ?? [])])].slice(0, mostRuns),
    [asked, found],
  );
  return {
    ids,
    malformed,
    tooMany: tooMany + Math.max(0, (found?.matching ?? 0) - mostRuns),
    counts: found,
    isPending: filter !== undefined && isPending,
    error: filter !== undefined && found === undefined ? (error ?? undefined) : undefined,
    retry: () => void refetch(),
  };
}
