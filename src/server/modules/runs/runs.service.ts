import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import type { Actor, WriteContext } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { findRun, type RunWithData } from './run-data.queries.ts';
import { logToRun } from './run-log.queries.ts';
import { createRunNews, type LogDraft } from './run-news.ts';
import {
  appendModelToRun,
  changeRun,
  deleteRuns,
  deleteRunTag,
  insertRun,
  restoreRuns,
  type RunChange,
} from './run-writes.queries.ts';
import type { RunRecord } from './runs.types.ts';

export interface RunDraft {
  readonly experimentId: string;
  /** Absent: a generated name. */
  readonly name?: string | undefined;
  readonly userId?: string | undefined;
  /** Absent: now. */
  readonly startedAtMs?: number | undefined;
  readonly tags: readonly Tag[];
}

export type RunsService = ReturnType<typeof createRunsService>;

export function createRunsService(
  { database, clock, ids }: Ports,
  live: LiveService,
  metrics: Pick<MetricsService, 'settle' | 'noteAppended' | 'pack'>,
) {
  const contextOf = (actor: Actor): WriteContext => ({ actor, nowMs: clock.nowMs() });

  const { tell, tellLog } = createRunNews(live);

  async function move(workspace: WorkspaceScope, runIds: readonly string[], actor: Actor, restore: boolean) {
    const definition = restore ? restoreRuns : deleteRuns;
    const moved = await database.write(definition, { workspaceId: workspace.id, runIds }, contextOf(actor));
    for (const { runId, experimentId } of moved) {
      tell(workspace.id, runId, String(experimentId), restore ? 'restored' : 'deleted');
    }
    return moved.map(({ runId }) => runId);
  }

  return {
    /** A run with all it carries, save histories and files; also a deleted one. */
    async find(workspace: WorkspaceScope, runId: string): Promise<RunWithData> {
      await metrics.settle({ workspaceId: workspace.id, runIds: [runId] });
      return database.read(findRun, { workspaceId: workspace.id, runId });
    },

    async create(workspace: WorkspaceScope, draft: RunDraft, actor: Actor): Promise<RunRecord> {
      const context = contextOf(actor);
      const record = await database.write(
        insertRun,
        {
          ...keyOf(workspace, draft.experimentId),
          runId: ids.hex32(),
          name: draft.name ?? ids.name(),
          userId: draft.userId ?? '',
          startedAtMs: draft.startedAtMs ?? context.nowMs,
          tags: draft.tags,
        },
        context,
      );
      tell(workspace.id, record.runId, String(record.experimentId), 'created');
      return record;
    },

    /** Changes name, status, end or tags of an active run, in one write. */
    async change(
      workspace: WorkspaceScope,
      runId: string,
      change: RunChange,
      actor: Actor,
    ): Promise<RunRecord> {
      const input = { workspaceId: workspace.id, runId, ...change };
      const { record } = await database.write(changeRun, input, contextOf(actor));
      tell(workspace.id, runId, String(record.experimentId), 'updated');
      return record;
    },

    /** Adds a model, as JSON text, to those that old clients list in a tag of the run. */
    async appendModel(
      workspace: WorkspaceScope,
      runId: string,
      modelJson: string,
      actor: Actor,
    ): Promise<void> {
      const input = { workspaceId: workspace.id, runId, modelJson };
      const experimentId = await database.write(appendModelToRun, input, contextOf(actor));
      tell(workspace.id, runId, experimentId, 'updated');
    },

    async deleteTag(workspace: WorkspaceScope, runId: string, key: string, actor: Actor): Promise<void> {
      const input = { workspaceId: workspace.id, runId, key };
      const experimentId = await database.write(deleteRunTag, input, contextOf(actor));
      tell(workspace.id, runId, experimentId, 'updated');
    },

    /** Moves runs to the trash, all or none; answers those that were not there yet. */
    async remove(workspace: WorkspaceScope, runIds: readonly string[], actor: Actor): Promise<string[]> {
      return move(workspace, runIds, actor, false);
    },

    /** Takes runs out of the trash, all or none; answers those that were in it. */
    async restore(workspace: WorkspaceScope, runIds: readonly string[], actor: Actor): Promise<string[]> {
      return move(workspace, runIds, actor, true);
    },

    /** Stores what one logging call brings, all or none, and tells the watchers. */
    async log(draft: LogDraft, actor: Actor): Promise<void> {
      const points = draft.points === undefined ? undefined : await metrics.pack(draft.points);
      const pointCount = draft.points?.values.length ?? 0;
      const experimentId = await database.write(logToRun, { ...draft, points, pointCount }, contextOf(actor));
      if (pointCount > 0) metrics.noteAppended(pointCount);
      tellLog(draft, experimentId);
    },
  };
}
