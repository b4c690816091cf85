import type { LiveEvent } from '#contract/live.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { PointColumns } from '#domain/series/point-columns.ts';
import type { RunLog } from './run-log.queries.ts';

/** What a logging call brings, its points not packed yet. */
export interface LogDraft extends Omit<RunLog, 'points' | 'pointCount'> {
  readonly points: PointColumns | undefined;
}

type RunEvent = Extract<LiveEvent, { readonly kind: 'run' }>['change'];

/** The most metric keys that one live event names. */
const maxLiveKeys = 100;

/** Tells the watchers of a workspace what became of its runs. */
export function createRunNews(live: LiveService) {
  function tell(workspaceId: number, runId: string, experimentId: string, change: RunEvent): void {
    live.publish(workspaceId, { kind: 'run', runId, experimentId, change });
  }

  return {
    tell,

    tellLog(this: void, { workspaceId, runId, points, params, tags }: LogDraft, experimentId: string): void {
      const keys = points?.keys ?? [];
      if (keys.length > 0) {
        const more = keys.length > maxLiveKeys;
        const shown = more ? keys.slice(0, maxLiveKeys) : [...keys];
        live.publish(workspaceId, { kind: 'metrics', runId, experimentId, keys: shown, more });
      }
      if (params.length + tags.length > 0) tell(workspaceId, runId, experimentId, 'updated');
    },
  };
}
