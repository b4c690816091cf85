import { Problem } from '#contract/problem.ts';
import {
  all,
  defineRead,
  defineWrite,
  first,
  run,
  type AuditEntry,
  type Work,
} from '#server/ports/database.ts';
import type { ExperimentKey, ExperimentRecord, ExperimentWithTags, Tag } from './experiments.types.ts';

export const experimentColumns = `id, workspace_id AS "workspaceId", name, artifact_location AS "artifactLocation", lifecycle,
  created_at_ms AS "createdAtMs", updated_at_ms AS "updatedAtMs", baseline_run_id AS "baselineRunId"`;

export function noSuchExperiment(id: number | string): Problem {
  return new Problem('not-found', `No Experiment with id=${id} exists`, { experimentId: String(id) });
}

export function* experimentById(key: ExperimentKey): Work<ExperimentRecord> {
  const found = yield* first<ExperimentRecord>(
    `SELECT ${experimentColumns} FROM experiment WHERE id = ? AND workspace_id = ?`,
    [key.experimentId, key.workspaceId],
  );
  if (found === undefined) throw noSuchExperiment(key.experimentId);
  return found;
}

/** The experiment, refused unless it may be written to. */
export function* activeExperiment(key: ExperimentKey): Work<ExperimentRecord> {
  const found = yield* experimentById(key);
  if (found.lifecycle === 'active') return found;
  throw new Problem(
    'not-active',
    `The experiment ${found.id} must be in the 'active' state. Current state is ${found.lifecycle}.`,
    { experimentId: String(found.id) },
  );
}

function* withTags(record: ExperimentRecord): Work<ExperimentWithTags> {
  const tags = yield* all<Tag>(
    `SELECT tag_key AS "key", tag_value AS "value" FROM experiment_tag WHERE experiment_id = ? ORDER BY tag_key`,
    [record.id],
  );
  return { ...record, tags };
}

export const findExperiment = defineRead(
  'experiments.find',
  'short',
  function* (key: ExperimentKey): Work<ExperimentWithTags> {
    return yield* withTags(yield* experimentById(key));
  },
);

export const findExperimentByName = defineRead(
  'experiments.find-by-name',
  'short',
  function* (input: {
    readonly workspaceId: number;
    readonly name: string;
  }): Work<ExperimentWithTags | undefined> {
    const found = yield* first<ExperimentRecord>(
      `SELECT ${experimentColumns} FROM experiment WHERE workspace_id = ? AND name = ?`,
      [input.workspaceId, input.name],
    );
    return found === undefined ? undefined : yield* withTags(found);
  },
);

export interface NewExperiment {
  readonly workspaceId: number;
  readonly name: string;
  /** `{experiment}` stands for the id. */
  readonly artifactLocation: string;
  readonly tags: readonly Tag[];
}

export const insertExperiment = defineWrite(
  'experiments.insert',
  function* (input: NewExperiment, { nowMs }): Work<ExperimentWithTags> {
    yield* refuseTakenName(input.workspaceId, input.name);
    const inserted = yield* first<{ id: number }>(
      `INSERT INTO experiment (workspace_id, name, artifact_location, lifecycle, created_at_ms, updated_at_ms)
       VALUES (?, ?, ?, 'active', ?, ?) RETURNING id`,
      [input.workspaceId, input.name, input.artifactLocation, nowMs, nowMs],
    );
    if (inserted === undefined) throw new Error('The experiment just inserted is not there.');
    const { id } = inserted;
    const artifactLocation = input.artifactLocation.replace('{experiment}', String(id));
    yield* run(`UPDATE experiment SET artifact_location = ? WHERE id = ?`, [artifactLocation, id]);
    for (const tag of input.tags) yield* upsertTag(id, tag);
    return yield* withTags(yield* experimentById({ workspaceId: input.workspaceId, experimentId: id }));
  },
  (input, output) => [trail(input.workspaceId, 'create', output.id, { name: input.name })],
);

function* refuseTakenName(workspaceId: number, name: string): Work<void> {
  const taken = yield* first<{ id: number; lifecycle: string }>(
    `SELECT id, lifecycle FROM experiment WHERE workspace_id = ? AND name = ?`,
    [workspaceId, name],
  );
  if (taken === undefined) return;
  const where = taken.lifecycle === 'deleted' ? ' It is in the trash: restore it, or take another name.' : '';
  throw new Problem('already-exists', `Experiment(name=${name}) already exists.${where}`, {
    experimentId: String(taken.id),
  });
}

/** What to change of an experiment, in one write; what is absent stays. */
export interface ExperimentChange extends ExperimentKey {
  readonly name?: string | undefined;
  readonly tag?: Tag | undefined;
}

export const changeExperiment = defineWrite(
  'experiments.change',
  function* (input: ExperimentChange, { nowMs }): Work<void> {
    const found = yield* input.name === undefined ? activeExperiment(input) : experimentById(input);
    if (found.lifecycle !== 'active') {
      throw new Problem('not-active', 'Cannot rename a non-active experiment.', {
        experimentId: String(found.id),
      });
    }
    const name = input.name ?? found.name;
    if (name !== found.name) yield* refuseTakenName(input.workspaceId, name);
    if (input.tag !== undefined) yield* upsertTag(found.id, input.tag);
    yield* run(`UPDATE experiment SET name = ?, updated_at_ms = ? WHERE id = ?`, [name, nowMs, found.id]);
  },
  (input) => [
    trail(input.workspaceId, 'update', input.experimentId, {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.tag === undefined ? {} : { tag: input.tag.key }),
    }),
  ],
);

export interface ExperimentTagChange extends ExperimentKey {
  readonly key: string;
  /** `undefined` removes the tag. */
  readonly value: string | undefined;
}

export const changeExperimentTag = defineWrite(
  'experiments.tag',
  function* (input: ExperimentTagChange, { nowMs }): Work<void> {
    const { id } = yield* activeExperiment(input);
    if (input.value === undefined) yield* removeTag(id, input.key);
    else yield* upsertTag(id, { key: input.key, value: input.value });
    yield* run(`UPDATE experiment SET updated_at_ms = ? WHERE id = ?`, [nowMs, id]);
  },
  (input) => [
    trail(input.workspaceId, input.value === undefined ? 'untag' : 'tag', input.experimentId, {
      key: input.key,
    }),
  ],
);

function* upsertTag(id: number, tag: Tag): Work<void> {
  yield* run(
    `INSERT INTO experiment_tag (experiment_id, tag_key, tag_value) VALUES (?, ?, ?)
     ON CONFLICT (experiment_id, tag_key) DO UPDATE SET tag_value = excluded.tag_value`,
    [id, tag.key, tag.value],
  );
}

function* removeTag(id: number, key: string): Work<void> {
  const found = yield* first(`SELECT tag_key FROM experiment_tag WHERE experiment_id = ? AND tag_key = ?`, [
    id,
    key,
  ]);
  if (found === undefined) {
    throw new Problem('not-found', `No tag with name: ${key} in experiment with id ${id}`, { key });
  }
  yield* run(`DELETE FROM experiment_tag WHERE experiment_id = ? AND tag_key = ?`, [id, key]);
}

/** Moves an experiment with its active runs to the trash, as one moment. */
export const deleteExperiment = defineWrite(
  'experiments.delete',
  function* (key: ExperimentKey, { nowMs }): Work<void> {
    const found = yield* experimentById(key);
    if (found.lifecycle === 'deleted') throw noSuchExperiment(found.id);
    yield* run(`UPDATE experiment SET lifecycle = 'deleted', updated_at_ms = ? WHERE id = ?`, [
      nowMs,
      found.id,
    ]);
    yield* run(
      `UPDATE run SET lifecycle = 'deleted', deleted_at_ms = ? WHERE experiment_id = ? AND lifecycle = 'active'`,
      [nowMs, found.id],
    );
  },
  (key) => [trail(key.workspaceId, 'delete', key.experimentId)],
);

/** Takes an experiment out of the trash with all its runs, also those deleted before it was. */
export const restoreExperiment = defineWrite(
  'experiments.restore',
  function* (key: ExperimentKey, { nowMs }): Work<void> {
    const found = yield* experimentById(key);
    if (found.lifecycle === 'active') throw noSuchExperiment(found.id);
    yield* run(`UPDATE experiment SET lifecycle = 'active', updated_at_ms = ? WHERE id = ?`, [
      nowMs,
      found.id,
    ]);
    yield* run(
      `UPDATE run SET lifecycle = 'active', deleted_at_ms = NULL WHERE experiment_id = ? AND lifecycle = 'deleted'`,
      [found.id],
    );
  },
  (key) => [trail(key.workspaceId, 'restore', key.experimentId)],
);

function trail(
  workspaceId: number,
  verb: string,
  experimentId: number,
  detail: Readonly<Record<string, unknown>> = {},
): AuditEntry {
  return {
    workspaceId,
    action: `experiment.${verb}`,
    subjectKind: 'experiment',
    subjectId: String(experimentId),
    detail,
  };
}
