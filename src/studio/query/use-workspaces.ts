import { listWorkspaces, type WorkspaceSummary } from '#contract/workspaces.ts';
import type { Problem } from '#contract/problem.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useOperation } from './operation-query.ts';

/** No stream spans all workspaces, so their summary is asked for at this pace. In milliseconds. */
const paceMs = 5000;

/** The workspaces that are not archived, with what is going on in each. */
export function useWorkspaces(): UseQueryResult<{ workspaces: WorkspaceSummary[] }, Problem> {
  return useOperation(listWorkspaces, { query: {} }, { refetchInterval: paceMs, staleTime: paceMs });
}
