import type { Experiment } from '#contract/experiments.ts';
import { Problem } from '#contract/problem.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import { artifactLocationFor } from '#server/modules/workspaces/workspaces.service.ts';
import type { Actor, WriteDefinition } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import {
  type ExperimentListing,
  type ExperimentSummary,
  findExperimentSummary,
  listExperimentSummaries,
} from './experiment-list.queries.ts';
import { type ExperimentSearch, searchExperimentRows } from './experiment-search.queries.ts';
import {
  changeExperiment,
  changeExperimentTag,
  type ExperimentChange,
  deleteExperiment,
  findExperiment,
  findExperimentByName,
  insertExperiment,
  noSuchExperiment,
  restoreExperiment,
} from './experiments.queries.ts';
import type { ExperimentKey, ExperimentWithTags, Tag } from './experiments.types.ts';

export interface ExperimentDraft {
  readonly name: string;
  /** Where its runs keep artifacts; absent: below the server's artifact root. */
  readonly artifactLocation?: string | undefined;
  readonly tags?: readonly Tag[];
}

export type ExperimentsService = ReturnType<typeof createExperimentsService>;

export function createExperimentsService({ database, clock, settings }: Ports, live: LiveService) {
  async function write<I extends ExperimentKey, O>(
    definition: WriteDefinition<I, O>,
    input: I,
    actor: Actor,
  ): Promise<O> {
    const output = await database.write(definition, input, { actor, nowMs: clock.nowMs() });
    live.publish(input.workspaceId, { kind: 'experiment', experimentId: String(input.experimentId) });
    return output;
  }

  return {
    keyOf,

    async find(workspace: WorkspaceScope, id: string): Promise<ExperimentWithTags> {
      return database.read(findExperiment, keyOf(workspace, id));
    },

    async findByName(workspace: WorkspaceScope, name: string): Promise<ExperimentWithTags | undefined> {
      return database.read(findExperimentByName, { workspaceId: workspace.id, name });
    },

    async create(
      workspace: WorkspaceScope,
      draft: ExperimentDraft,
      actor: Actor,
    ): Promise<ExperimentWithTags> {
      const artifactLocation =
        draft.artifactLocation ?? artifactLocationFor(workspace.slug, settings.artifactRoot);
      const created = await database.write(
        insertExperiment,
        { workspaceId: workspace.id, name: draft.name, artifactLocation, tags: draft.tags ?? [] },
        { actor, nowMs: clock.nowMs() },
      );
      live.publish(workspace.id, { kind: 'experiment', experimentId: String(created.id) });
      return created;
    },

    /** Renames an active experiment, or sets a tag of it, or both. */
    async change(
      workspace: WorkspaceScope,
      id: string,
      change: Pick<ExperimentChange, 'name' | 'tag'>,
      actor: Actor,
    ): Promise<void> {
      await write(changeExperiment, { ...keyOf(workspace, id), ...change }, actor);
    },

    async list(listing: ExperimentListing) {
      return database.read(listExperimentSummaries, listing);
    },

    /** A window of the experiments that match. */
    async search(query: ExperimentSearch) {
      return database.read(searchExperimentRows, query);
    },

    async summary(workspace: WorkspaceScope, id: string): Promise<ExperimentSummary> {
      return database.read(findExperimentSummary, keyOf(workspace, id));
    },

    async setTag(workspace: WorkspaceScope, id: string, tag: Tag, actor: Actor): Promise<void> {
      await write(changeExperimentTag, { ...keyOf(workspace, id), ...tag }, actor);
    },

    async deleteTag(workspace: WorkspaceScope, id: string, key: string, actor: Actor): Promise<void> {
      await write(changeExperimentTag, { ...keyOf(workspace, id), key, value: undefined }, actor);
    },

    async remove(workspace: WorkspaceScope, id: string, actor: Actor): Promise<void> {
      await write(deleteExperiment, keyOf(workspace, id), actor);
    },

    async restore(workspace: WorkspaceScope, id: string, actor: Actor): Promise<void> {
      await write(restoreExperiment, keyOf(workspace, id), actor);
    },
  };
}

/** As the wire shows it. */
export function toExperiment(summary: ExperimentSummary): Experiment {
  const { id, workspaceId: _workspaceId, baselineRunId: _baselineRunId, tags, ...shown } = summary;
  return {
    ...shown,
    experimentId: String(id),
    tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
  };
}

/** Which experiment an id means in a workspace. `0` is the workspace's own Default, as clients send it unasked. */
export function keyOf(workspace: WorkspaceScope, id: string): ExperimentKey {
  if (!/^\d{1,20}$/.test(id)) {
    throw new Problem(
      'invalid-input',
      `Invalid experiment ID '${id.slice(0, 100)}'. Experiment ID must be a valid integer.`,
      { experimentId: id.slice(0, 100) },
    );
  }
  const experimentId = Number(id);
  if (!Number.isSafeInteger(experimentId)) throw noSuchExperiment(id);
  return {
    workspaceId: workspace.id,
    experimentId: experimentId === 0 ? workspace.defaultExperimentId : experimentId,
  };
}
