import { Problem } from '#contract/problem.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { internKeys } from '#server/sql/key-names.ts';
import { appendPoints } from '#server/modules/metrics/metrics.queries.ts';
import { insertModelMetrics, type ModelMetric } from '#server/modules/models/model-metrics.queries.ts';
import { type AuditEntry, defineWrite, type Work } from '#server/ports/database.ts';
import { activeRun, insertParam, setRunTags } from './run-record.queries.ts';
import type { RunKey } from './runs.types.ts';

/** Everything one logging call brings; stored all or none. */
export interface RunLog extends RunKey {
  readonly params: readonly Tag[];
  readonly tags: readonly Tag[];
  /** From `packBatch`; absent where the call brings no metrics. */
  readonly points: Uint8Array | undefined;
  readonly pointCount: number;
  /** Those of the points that speak about a logged model. */
  readonly modelMetrics: readonly ModelMetric[];
  /** Whether a conflict of parameters is told as of one parameter or as of a list. */
  readonly single: boolean;
}

/** Logs to an active run. Answers the id of its experiment. */
export const logToRun = defineWrite(
  'runs.log',
  function* (input: RunLog): Work<string> {
    const { id, experimentId } = yield* activeRun(input);
    if (input.params.length > 0) yield* insertParams(id, input);
    if (input.points !== undefined) yield* appendPoints(id, input.points, input.pointCount);
    if (input.modelMetrics.length > 0) yield* insertModelMetrics(input, input.modelMetrics);
    yield* setRunTags(id, input.tags);
    return String(experimentId);
  },
  (input) => auditLog(input),
);

function auditLog(input: RunLog): readonly AuditEntry[] {
  const logged = input.pointCount + input.params.length;
  const of = { workspaceId: input.workspaceId, subjectKind: 'run', subjectId: input.runId };
  const entries: AuditEntry[] = [];
  if (logged > 0) entries.push({ ...of, action: 'run.log', sumCount: logged });
  if (input.tags.length > 0) entries.push({ ...of, action: 'run.tag', sumCount: input.tags.length });
  return entries;
}

interface Conflict {
  readonly key: string;
  readonly was: string;
  readonly now: string;
}

/** A parameter is said once: the same value again is welcome, another is refused. */
function* insertParams(runInternalId: number, input: RunLog): Work<void> {
  const ids = yield* internKeys(input.params.map((param) => param.key));
  const stored = yield* inChunks<{ keyId: number; value: string }>(
    (marks) => `SELECT key_id AS "keyId", value FROM param WHERE key_id IN (${marks}) AND run = ?`,
    [...ids.values()],
    [runInternalId],
  );
  const before = new Map(stored.map((row) => [row.keyId, row.value]));
  const conflicts: Conflict[] = [];
  for (const { key, value } of input.params) {
    const keyId = ids.get(key) ?? 0;
    const was = before.get(keyId);
    if (was === undefined) {
      yield* insertParam(runInternalId, keyId, value);
      before.set(keyId, value);
    } else if (was !== value) {
      conflicts.push({ key, was, now: value });
    }
  }
  if (conflicts.length > 0) throw conflictProblem(conflicts, input);
}

function conflictProblem(conflicts: readonly Conflict[], { runId, single }: RunLog): Problem {
  const [only] = conflicts;
  const detail = { keys: conflicts.map((each) => each.key), runId };
  if (single && only !== undefined) {
    return new Problem(
      'invalid-input',
      `Changing param values is not allowed. Param with key='${only.key}' was already logged with value='${only.was}' for run ID='${runId}'. Attempted logging new value '${only.now}'.`,
      detail,
    );
  }
  const list = conflicts.map(
    ({ key, was, now }) => `{'key': '${key}', 'old_value': '${was}', 'new_value': '${now}'}`,
  );
  return new Problem(
    'invalid-input',
    `Changing param values is not allowed. Params were already logged='[${list.join(', ')}]' for run ID='${runId}'.`,
    detail,
  );
}
