import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import {
  type DatasetSummary,
  type DatasetUse,
  type ModelUse,
  recordLineage,
  summarizeDatasets,
} from './datasets.queries.ts';

export interface LineageDraft {
  readonly datasets?: readonly DatasetUse[];
  readonly inputs?: readonly ModelUse[];
  readonly outputs?: readonly ModelUse[];
}

export type DatasetsService = ReturnType<typeof createDatasetsService>;

/** What runs used and made: data sets and models. */
export function createDatasetsService({ database, clock }: Ports, live: LiveService) {
  return {
    async record(workspace: WorkspaceScope, runId: string, draft: LineageDraft, actor: Actor): Promise<void> {
      const { datasets = [], inputs = [], outputs = [] } = draft;
      const input = { workspaceId: workspace.id, runId, datasets, inputs, outputs };
      const experimentId = await database.write(recordLineage, input, { actor, nowMs: clock.nowMs() });
      live.publish(workspace.id, { kind: 'run', runId, experimentId, change: 'updated' });
    },

    /** The data sets that active runs of these experiments used. */
    async summaries(
      workspace: WorkspaceScope,
      experimentIds: readonly string[],
    ): Promise<readonly DatasetSummary[]> {
      return database.read(summarizeDatasets, {
        workspaceId: workspace.id,
        experimentIds: experimentIds.map((id) => keyOf(workspace, id).experimentId),
      });
    },
  };
}
