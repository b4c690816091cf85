import { Problem } from '#contract/problem.ts';
import { toParamNumber } from '#domain/param-number.ts';
import { internKeys } from '#server/sql/key-names.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { first, run, type Work } from '#server/ports/database.ts';
import { type RunKey, type RunRecord, runNameTag } from './runs.types.ts';

/** The columns of a run's record, for queries with the table `run`. */
export const runColumns = `run.id, run.run_id AS "runId", run.workspace_id AS "workspaceId",
  run.experiment_id AS "experimentId", run.name, run.user_id AS "userId", run.status,
  run.started_at_ms AS "startedAtMs", run.ended_at_ms AS "endedAtMs", run.lifecycle,
  run.deleted_at_ms AS "deletedAtMs", run.artifact_uri AS "artifactUri", run.created_by AS "createdBy",
  run.created_at_ms AS "createdAtMs", run.updated_at_ms AS "updatedAtMs"`;

export function* runByKey(key: RunKey): Work<RunRecord> {
  const found = yield* first<RunRecord>(
    `SELECT ${runColumns} FROM run WHERE run_id = ? AND workspace_id = ?`,
    [key.runId, key.workspaceId],
  );
  if (found === undefined) throw noSuchRun(key.runId);
  return found;
}

export function noSuchRun(runId: string): Problem {
  const shown = runId.slice(0, 300);
  return new Problem('not-found', `Run with id=${shown} not found`, { runId: shown });
}

/** What a write needs to know of the run it is about. */
export interface WritableRun {
  readonly id: number;
  readonly experimentId: number;
}

/** The run, refused unless it may be written to. */
export function* activeRun(key: RunKey): Work<WritableRun> {
  const found = yield* first<WritableRun & { readonly lifecycle: string }>(
    `SELECT id, experiment_id AS "experimentId", lifecycle FROM run WHERE run_id = ? AND workspace_id = ?`,
    [key.runId, key.workspaceId],
  );
  if (found === undefined) throw noSuchRun(key.runId);
  if (found.lifecycle === 'active') return found;
  throw new Problem(
    'not-active',
    `The run ${key.runId} must be in the 'active' state. Current state is ${found.lifecycle}.`,
    { runId: key.runId },
  );
}

/** Sets tags of a run; the tag of its name renames it. Of repeated keys the last wins. */
export function* setRunTags(runInternalId: number, tags: readonly Tag[]): Work<void> {
  if (tags.length === 0) return;
  const ids = yield* internKeys([...new Set(tags.map((tag) => tag.key))]);
  for (const tag of tags) {
    yield* run(
      `INSERT INTO tag (run, key_id, value) VALUES (?, ?, ?)
       ON CONFLICT (run, key_id) DO UPDATE SET value = excluded.value`,
      [runInternalId, ids.get(tag.key) ?? 0, tag.value],
    );
    if (tag.key === runNameTag)
      yield* run(`UPDATE run SET name = ? WHERE id = ?`, [tag.value, runInternalId]);
  }
}

/** Stores a parameter that the run does not have, also as the number that its text may be. */
export function* insertParam(runInternalId: number, keyId: number, value: string): Work<void> {
  yield* run(`INSERT INTO param (run, key_id, value, value_number) VALUES (?, ?, ?, ?)`, [
    runInternalId,
    keyId,
    value,
    toParamNumber(value) ?? null,
  ]);
}
