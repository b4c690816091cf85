import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { changeBaseline } from './baselines.queries.ts';

export type BaselinesService = ReturnType<typeof createBaselinesService>;

export function createBaselinesService({ database, clock }: Ports, live: LiveService) {
  return {
    /** Sets the baseline of an experiment, or takes it away with `null`. Problems: `not-found`, `not-active`. */
    async change(workspace: WorkspaceScope, id: string, runId: string | null, actor: Actor): Promise<void> {
      const key = keyOf(workspace, id);
      await database.write(changeBaseline, { ...key, runId }, { actor, nowMs: clock.nowMs() });
      live.publish(workspace.id, { kind: 'experiment', experimentId: String(key.experimentId) });
    },
  };
}
