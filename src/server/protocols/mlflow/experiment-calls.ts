import * as table from '#contract/mlflow/experiments.ts';
import { Problem } from '#contract/problem.ts';
import type { ExperimentWithTags, Tag } from '#server/modules/experiments/experiments.types.ts';
import { bind, type BoundRpc, type MlflowCall } from './bound-rpc.ts';
import { MlflowFailure } from './failure.ts';
import { checkArtifactLocation } from './artifact-location.ts';
import { checkKeepable, checkLength } from './names.ts';
import { missing } from './request-fields.ts';

const maxNameLength = 500;
const maxTagKeyLength = 250;
const maxTagValueLength = 5000;
const maxDatasetExperiments = 20;

/** MLflow's Experiment message. */
export function toExperimentMessage(experiment: ExperimentWithTags, workspaceSlug: string): object {
  return {
    experiment_id: String(experiment.id),
    name: experiment.name,
    artifact_location: experiment.artifactLocation,
    lifecycle_stage: experiment.lifecycle,
    last_update_time: experiment.updatedAtMs,
    creation_time: experiment.createdAtMs,
    ...(experiment.tags.length === 0 ? {} : { tags: experiment.tags }),
    workspace: workspaceSlug,
  };
}

/** Tags as MLflow reads them: an absent value is empty. */
export function toTags(
  pairs: readonly { readonly key: string; readonly value: string | undefined }[],
): readonly Tag[] {
  return pairs.map(({ key, value }) => ({ key, value: value ?? '' }));
}

function checkTag(key: string, value: string): void {
  checkKeepable(key, 'key');
  checkLength(key, 'key', maxTagKeyLength);
  checkLength(value, 'value', maxTagValueLength);
}

async function rename(id: string, name: string, { services, workspace, caller }: MlflowCall): Promise<void> {
  try {
    await services.experiments.change(workspace, id, { name }, caller.actor);
  } catch (error) {
    // MLflow's codes for this one call are its own.
    if (error instanceof Problem && error.code === 'already-exists') {
      throw new MlflowFailure('BAD_REQUEST', error.message);
    }
    if (error instanceof Problem && error.code === 'not-active') {
      throw new MlflowFailure('INVALID_STATE', error.message);
    }
    throw error;
  }
}

export const experimentCalls: readonly BoundRpc[] = [
  bind(table.createExperiment, async (input, call) => {
    const { services, workspace, caller } = call;
    checkLength(input.name, 'name', maxNameLength);
    for (const tag of input.tags) checkTag(tag.key, tag.value ?? '');
    const location = input.artifact_location ?? '';
    if (location !== '') checkArtifactLocation(location, call);
    const draft = {
      name: input.name,
      artifactLocation: location === '' ? undefined : location,
      tags: toTags(input.tags),
    };
    const created = await services.experiments.create(workspace, draft, caller.actor);
    return { experiment_id: String(created.id) };
  }),

  bind(table.getExperiment, async (input, { services, workspace }) => {
    const found = await services.experiments.find(workspace, input.experiment_id);
    return { experiment: toExperimentMessage(found, workspace.slug) };
  }),

  bind(table.getExperimentByName, async (input, { services, workspace }) => {
    const found = await services.experiments.findByName(workspace, input.experiment_name);
    if (found === undefined) {
      throw new Problem(
        'not-found',
        `Could not find experiment with name '${input.experiment_name.slice(0, 600)}'`,
      );
    }
    return { experiment: toExperimentMessage(found, workspace.slug) };
  }),

  bind(table.updateExperiment, async (input, call) => {
    checkLength(input.new_name, 'name', maxNameLength);
    await rename(input.experiment_id, input.new_name, call);
    return {};
  }),

  bind(table.deleteExperiment, async (input, { services, workspace, caller }) => {
    await services.experiments.remove(workspace, input.experiment_id, caller.actor);
    return {};
  }),

  bind(table.restoreExperiment, async (input, { services, workspace, caller }) => {
    await services.experiments.restore(workspace, input.experiment_id, caller.actor);
    return {};
  }),

  bind(table.setExperimentTag, async (input, { services, workspace, caller }) => {
    if (input.value === undefined) throw missing('value');
    checkTag(input.key, input.value);
    const tag = { key: input.key, value: input.value };
    await services.experiments.setTag(workspace, input.experiment_id, tag, caller.actor);
    return {};
  }),

  bind(table.deleteExperimentTag, async (input, { services, workspace, caller }) => {
    await services.experiments.deleteTag(workspace, input.experiment_id, input.key, caller.actor);
    return {};
  }),

  bind(table.searchDatasets, async (input, { services, workspace }) => {
    if (input.experiment_ids.length === 0) throw missing('experiment_ids');
    if (input.experiment_ids.length > maxDatasetExperiments) {
      throw new MlflowFailure(
        'INVALID_PARAMETER_VALUE',
        `SearchDatasets request cannot specify more than ${maxDatasetExperiments} experiment_ids. Received ${input.experiment_ids.length} experiment_ids.`,
      );
    }
    const found = await services.datasets.summaries(workspace, input.experiment_ids);
    if (found.length === 0) return {};
    return {
      dataset_summaries: found.map(({ experimentId, name, digest, context }) => ({
        experiment_id: String(experimentId),
        name,
        digest,
        ...(context === null ? {} : { context }),
      })),
    };
  }),
];
