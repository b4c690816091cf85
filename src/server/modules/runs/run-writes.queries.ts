import { Problem } from '#contract/problem.ts';
import type { RunValueChange } from '#contract/activity.ts';
import type { RunStatus } from '#contract/runs.ts';
import { activeExperiment } from '#server/modules/experiments/experiments.queries.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import {
  type AuditEntry,
  defineWrite,
  first,
  run,
  type SqlValue,
  type Work,
} from '#server/ports/database.ts';
import { changesOf, type WantedValues } from './run-changes.queries.ts';
import { activeRun, noSuchRun, runByKey, setRunTags } from './run-record.queries.ts';
import { type RunKey, type RunRecord, runNameTag } from './runs.types.ts';

export interface NewRun {
  readonly workspaceId: number;
  readonly experimentId: number;
  readonly runId: string;
  readonly name: string;
  readonly userId: string;
  readonly startedAtMs: number;
  /** Without the tag of the name, which is always written. */
  readonly tags: readonly Tag[];
}

export const insertRun = defineWrite(
  'runs.insert',
  function* (input: NewRun, { actor, nowMs }): Work<RunRecord> {
    const experiment = yield* activeExperiment(input);
    const inserted = yield* first<{ id: number }>(
      `INSERT INTO run (run_id, workspace_id, experiment_id, name, user_id, status, started_at_ms, lifecycle,
         artifact_uri, created_by, created_at_ms, updated_at_ms)
       VALUES (?, ?, ?, ?, ?, 'RUNNING', ?, 'active', ?, ?, ?, ?) RETURNING id`,
      [
        input.runId,
        input.workspaceId,
        experiment.id,
        input.name,
        input.userId,
        input.startedAtMs,
        `${experiment.artifactLocation.replace(/\/+$/, '')}/${input.runId}/artifacts`,
        actor.name,
        nowMs,
        nowMs,
      ],
    );
    if (inserted === undefined) throw new Error('The run just inserted is not there.');
    yield* setRunTags(inserted.id, [...input.tags, { key: runNameTag, value: input.name }]);
    return yield* runByKey(input);
  },
  (input) => [trail(input, 'create', { name: input.name, experimentId: String(input.experimentId) })],
);

/** What to change of a run; what is absent stays. */
export interface RunChange {
  readonly name?: string | undefined;
  readonly status?: RunStatus | undefined;
  readonly endedAtMs?: number | undefined;
  readonly setTags?: readonly Tag[];
  /** Tags that are not there are no failure. */
  readonly removeTags?: readonly string[];
}

export interface RunChangeInput extends RunKey, RunChange {}

export interface ChangedRun {
  readonly record: RunRecord;
  readonly changes: readonly RunValueChange[];
}

export const changeRun = defineWrite(
  'runs.change',
  function* (input: RunChangeInput, { nowMs }): Work<ChangedRun> {
    const { id } = yield* activeRun(input);
    const changes = yield* changesOf(id, wantedValues(input));
    const sets = ['updated_at_ms = ?'];
    const params: SqlValue[] = [nowMs];
    if (input.status !== undefined) {
      sets.push('status = ?');
      params.push(input.status);
    }
    if (input.endedAtMs !== undefined) {
      sets.push('ended_at_ms = ?');
      params.push(input.endedAtMs);
    }
    yield* run(`UPDATE run SET ${sets.join(', ')} WHERE id = ?`, [...params, id]);
    const nameTags = input.name === undefined ? [] : [{ key: runNameTag, value: input.name }];
    yield* setRunTags(id, [...(input.setTags ?? []), ...nameTags]);
    for (const key of input.removeTags ?? []) {
      yield* run(`DELETE FROM tag WHERE run = ? AND key_id = (SELECT id FROM key_name WHERE name = ?)`, [
        id,
        key,
      ]);
    }
    return { record: yield* runByKey(input), changes };
  },
  (input, { changes }) => [
    trail(input, 'update', {
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.status === undefined ? {} : { status: input.status }),
      ...(input.setTags === undefined ? {} : { tags: input.setTags.map((tag) => tag.key) }),
      ...(input.removeTags === undefined ? {} : { removed: input.removeTags }),
      ...(changes.length === 0 ? {} : { changes }),
    }),
  ],
);

function wantedValues({ name, status, setTags = [], removeTags = [] }: RunChangeInput): WantedValues {
  const set = setTags.map(({ key, value }) => [key, value] as const);
  return { name, status, tags: new Map([...set, ...removeTags.map((key) => [key, null] as const)]) };
}

/** The tag in which models that old clients log are listed. */
const modelListTag = 'mlflow.log-model.history';

/**
 * Adds a model to the run's tag of models, as the text it came in: its numbers must not pass through doubles. What
 * the tag holds is read in the same transaction, so that none of two models logged at once is lost.
 */
export const appendModelToRun = defineWrite(
  'runs.append-model',
  function* (input: RunKey & { readonly modelJson: string }, { nowMs }): Work<string> {
    const { id, experimentId } = yield* activeRun(input);
    const listed = yield* first<{ value: string }>(
      `SELECT value FROM tag JOIN key_name ON key_name.id = tag.key_id WHERE run = ? AND name = ?`,
      [id, modelListTag],
    );
    const before = listed?.value ?? '';
    const value = /^\[.+\]$/s.test(before)
      ? `${before.slice(0, -1)}, ${input.modelJson}]`
      : `[${input.modelJson}]`;
    yield* setRunTags(id, [{ key: modelListTag, value }]);
    yield* run(`UPDATE run SET updated_at_ms = ? WHERE id = ?`, [nowMs, id]);
    return String(experimentId);
  },
  (input) => [trail(input, 'update', { tags: [modelListTag] })],
);

export const deleteRunTag = defineWrite(
  'runs.delete-tag',
  function* (input: RunKey & { readonly key: string }): Work<string> {
    const { id, experimentId } = yield* activeRun(input);
    const found = yield* first<{ keyId: number }>(
      `SELECT key_id AS "keyId" FROM tag JOIN key_name ON key_name.id = tag.key_id WHERE run = ? AND name = ?`,
      [id, input.key],
    );
    if (found === undefined) {
      throw new Problem('not-found', `No tag with name: ${input.key} in run with id ${input.runId}`, {
        key: input.key,
      });
    }
    yield* run(`DELETE FROM tag WHERE run = ? AND key_id = ?`, [id, found.keyId]);
    return String(experimentId);
  },
  (input) => [trail(input, 'untag', { key: input.key })],
);

export interface ManyRuns {
  readonly workspaceId: number;
  readonly runIds: readonly string[];
}

export interface MovedRun {
  readonly runId: string;
  readonly experimentId: number;
}

/** Moves runs to the trash, all or none; those already there stay as they are. Answers the ones that moved. */
export const deleteRuns = defineWrite(
  'runs.delete',
  (input: ManyRuns, { nowMs }) => moveRuns(input, nowMs),
  auditOf('delete'),
);

/** Takes runs out of the trash, all or none; those not in it stay as they are. Answers the ones that moved. */
export const restoreRuns = defineWrite(
  'runs.restore',
  (input: ManyRuns) => moveRuns(input, null),
  auditOf('restore'),
);

function* moveRuns(input: ManyRuns, deletedAtMs: number | null): Work<readonly MovedRun[]> {
  const target = deletedAtMs === null ? 'active' : 'deleted';
  const moved: MovedRun[] = [];
  for (const runId of new Set(input.runIds)) {
    const found = yield* first<{ id: number; experimentId: number; lifecycle: string }>(
      `SELECT id, experiment_id AS "experimentId", lifecycle FROM run WHERE run_id = ? AND workspace_id = ?`,
      [runId, input.workspaceId],
    );
    if (found === undefined) throw noSuchRun(runId);
    if (found.lifecycle === target) continue;
    yield* run(`UPDATE run SET lifecycle = ?, deleted_at_ms = ? WHERE id = ?`, [
      target,
      deletedAtMs,
      found.id,
    ]);
    moved.push({ runId, experimentId: found.experimentId });
  }
  return moved;
}

function auditOf(verb: string): (input: ManyRuns, moved: readonly MovedRun[]) => readonly AuditEntry[] {
  return ({ workspaceId }, moved) => moved.map(({ runId }) => trail({ workspaceId, runId }, verb, {}));
}

function trail(key: RunKey, verb: string, detail: Readonly<Record<string, unknown>>): AuditEntry {
  return {
    workspaceId: key.workspaceId,
    action: `run.${verb}`,
    subjectKind: 'run',
    subjectId: key.runId,
    detail,
  };
}
