import type { AuditEvent } from '#contract/activity.ts';
import { searchRuns } from '#contract/runs.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { unnamedRuns } from './activity.model.ts';

/** As many as one search answers. */
const most = 400;

/** Names of the runs that events know by id alone, by id. A run that is gone for good has none. */
export function useRunNames(workspace: string, events: readonly AuditEvent[]): ReadonlyMap<string, string> {
  const ids = unnamedRuns(events).slice(0, most);
  const { data } = useOperation(
    searchRuns,
    {
      params: { workspace },
      body: {
        filter: `attributes.run_id IN (${ids.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ')})`,
        view: 'all',
        limit: most,
      },
    },
    { enabled: ids.length > 0, keepPrevious: true, staleTime: 60_000 },
  );
  return new Map(data?.rows.map((run) => [run.runId, run.name]));
}
