import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { findModel } from './model-record.queries.ts';
import { type ModelSearch, searchModelRows } from './model-search.queries.ts';
import { changeModel, insertModel, type ModelChange } from './models.queries.ts';
import type { ModelWithData } from './models.types.ts';

export interface ModelDraft {
  readonly experimentId: string;
  /** Absent: a generated name. */
  readonly name?: string | undefined;
  readonly modelType?: string | undefined;
  readonly sourceRunId?: string | undefined;
  readonly params: readonly Tag[];
  readonly tags: readonly Tag[];
}

export type ModelsService = ReturnType<typeof createModelsService>;

export function createModelsService({ database, clock, ids }: Ports, live: LiveService) {
  function tell(workspace: WorkspaceScope, model: ModelWithData): void {
    const experimentId = String(model.experimentId);
    if (model.sourceRunId === null) live.publish(workspace.id, { kind: 'experiment', experimentId });
    else {
      live.publish(workspace.id, { kind: 'run', runId: model.sourceRunId, experimentId, change: 'updated' });
    }
  }

  return {
    async find(workspace: WorkspaceScope, modelId: string, allowDeleted: boolean): Promise<ModelWithData> {
      return database.read(findModel, { workspaceId: workspace.id, modelId, allowDeleted });
    },

    /** A window of the models that match, each with all it carries. */
    async search(query: ModelSearch) {
      return database.read(searchModelRows, query);
    },

    async create(workspace: WorkspaceScope, draft: ModelDraft, actor: Actor): Promise<ModelWithData> {
      const created = await database.write(
        insertModel,
        {
          ...keyOf(workspace, draft.experimentId),
          modelId: `m-${ids.hex32()}`,
          name: draft.name ?? ids.name(),
          modelType: draft.modelType ?? '',
          sourceRunId: draft.sourceRunId ?? null,
          params: draft.params,
          tags: draft.tags,
        },
        { actor, nowMs: clock.nowMs() },
      );
      tell(workspace, created);
      return created;
    },

    /** Changes a model that is not deleted, in one write. */
    async change(
      workspace: WorkspaceScope,
      modelId: string,
      change: Omit<ModelChange, 'workspaceId' | 'modelId'>,
      actor: Actor,
    ): Promise<ModelWithData> {
      const changed = await database.write(
        changeModel,
        { workspaceId: workspace.id, modelId, ...change },
        { actor, nowMs: clock.nowMs() },
      );
      tell(workspace, changed);
      return changed;
    },
  };
}
