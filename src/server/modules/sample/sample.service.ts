import { Problem } from '#contract/problem.ts';
import type { SampleState } from '#contract/sample.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { recordSampleStart } from './sample.queries.ts';

const idle: SampleState = { state: 'idle', done: 0, of: 0, message: null };

export type SampleService = ReturnType<typeof createSampleService>;

export function createSampleService({ database, clock, compute }: Ports, live: LiveService) {
  const states = new Map<number, SampleState>();

  function set(workspaceId: number, state: SampleState): SampleState {
    states.set(workspaceId, state);
    live.publish(workspaceId, { kind: 'workspace' });
    return state;
  }

  return {
    state: (workspace: WorkspaceScope): SampleState => states.get(workspace.id) ?? idle,

    /** Starts the trainings and answers at once. One at a time in a workspace. */
    async start(workspace: WorkspaceScope, trackingUri: string, actor: Actor): Promise<SampleState> {
      if (states.get(workspace.id)?.state === 'running') {
        throw new Problem('conflict', 'The sample is already being trained in this workspace.');
      }
      const started = set(workspace.id, { ...idle, state: 'running' });
      const input = { workspaceId: workspace.id, slug: workspace.slug };
      try {
        await database.write(recordSampleStart, input, { actor, nowMs: clock.nowMs() });
      } catch (error) {
        set(workspace.id, idle);
        throw error;
      }
      const last = { done: 0, of: 0 };
      void compute
        .trainSample({
          trackingUri,
          onProgress: (done, of) => {
            Object.assign(last, { done, of });
            set(workspace.id, { state: 'running', done, of, message: null });
          },
        })
        .then(
          () => set(workspace.id, { ...last, state: 'done', message: null }),
          (error: unknown) =>
            set(workspace.id, {
              ...last,
              state: 'failed',
              message: error instanceof Error ? error.message : 'unknown',
            }),
        );
      return started;
    },
  };
}
