import type { LiveEvent } from '#contract/live.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { RunLog } from './run-log.queries.ts';

/** What a logging call brings, with the keys of its metrics for those who watch. */
export interface LogDraft extends RunLog {
  readonly keys: readonly string[];
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

    tellLog(this: void, { workspaceId, runId, keys, params, tags }: LogDraft, experimentId: string): void {
      if (keys.length > 0) {
        const more = keys.length > maxLiveKeys;
        const shown = more ? keys.slice(0, maxLiveKeys) : [...keys];
        live.publish(workspaceId, { kind: 'metrics', runId, experimentId, keys: shown, more });
      }
      if (params.length + tags.length > 0) tell(workspaceId, runId, experimentId, 'updated');
    },
  };
}
