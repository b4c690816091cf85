import type { RunRow } from '#contract/runs.ts';
import { Duration } from './duration.tsx';

/** How long a run took: one that ended without saying when has no duration, one that goes on counts up. */
export function RunDuration({ run }: { readonly run: Pick<RunRow, 'status' | 'startedAtMs' | 'endedAtMs'> }) {
  if (run.endedAtMs === null && run.status !== 'RUNNING') return null;
  return <Duration startedAtMs={run.startedAtMs} endedAtMs={run.endedAtMs} />;
}
