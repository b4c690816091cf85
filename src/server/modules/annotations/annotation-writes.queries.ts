import { Problem } from '#contract/problem.ts';
import { activeExperiment } from '#server/modules/experiments/experiments.queries.ts';
import { type AuditEntry, defineWrite, first, run, type Work } from '#server/ports/database.ts';
import { annotationByKey } from './annotations.queries.ts';
import type { AnnotationKey, AnnotationWithReplies } from './annotations.types.ts';

export interface NewAnnotation {
  readonly workspaceId: number;
  /** One of the two. */
  readonly experimentId: number | undefined;
  readonly runId: string | undefined;
  readonly metric: string | undefined;
  readonly axis: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Problems: `not-found`, `not-active`. */
export const insertAnnotation = defineWrite(
  'annotations.insert',
  function* (input: NewAnnotation, { actor, nowMs }): Work<AnnotationWithReplies> {
    const experimentId = yield* experimentOf(input);
    const inserted = yield* first<{ id: number }>(
      `INSERT INTO annotation (workspace_id, experiment_id, run_id, metric, axis, from_x, to_x, text, author_id, author,
         created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      [
        input.workspaceId,
        experimentId,
        input.runId ?? null,
        input.metric ?? null,
        input.axis,
        input.from,
        input.to,
        input.text,
        actor.personId,
        actor.name,
        nowMs,
      ],
    );
    return yield* annotationByKey({ workspaceId: input.workspaceId, annotationId: inserted?.id ?? 0 });
  },
  (input, output) => [trail(input.workspaceId, 'create', output)],
);

function* experimentOf({ workspaceId, experimentId, runId }: NewAnnotation): Work<number> {
  if (experimentId !== undefined) return (yield* activeExperiment({ workspaceId, experimentId })).id;
  const found = yield* first<{ experimentId: number }>(
    `SELECT experiment_id AS "experimentId" FROM run WHERE run_id = ? AND workspace_id = ?`,
    [runId ?? '', workspaceId],
  );
  if (found !== undefined) return found.experimentId;
  throw new Problem('not-found', `Run with id=${runId ?? ''} not found`, { runId: runId ?? '' });
}

export interface AnnotationChange extends AnnotationKey {
  readonly text: string | undefined;
  readonly resolved: boolean | undefined;
}

/** Problems: `not-found`, `gone`. */
export const changeAnnotation = defineWrite(
  'annotations.change',
  function* (input: AnnotationChange, { actor, nowMs }): Work<AnnotationWithReplies> {
    const before = yield* presentAnnotation(input);
    if (input.text !== undefined && input.text !== before.text) {
      yield* run(`UPDATE annotation SET text = ?, edited_at_ms = ? WHERE id = ?`, [
        input.text,
        nowMs,
        before.id,
      ]);
    }
    if (input.resolved !== undefined && input.resolved !== (before.resolvedAtMs !== null)) {
      yield* run(`UPDATE annotation SET resolved_at_ms = ?, resolved_by = ? WHERE id = ?`, [
        input.resolved ? nowMs : null,
        input.resolved ? actor.name : null,
        before.id,
      ]);
    }
    return yield* annotationByKey(input);
  },
  (input, output) => [
    trail(
      input.workspaceId,
      'update',
      output,
      input.resolved === undefined ? {} : { resolved: input.resolved },
    ),
  ],
);

/** Problems: `not-found`, `gone`. */
export const insertReply = defineWrite(
  'annotations.reply',
  function* (
    input: AnnotationKey & { readonly text: string },
    { actor, nowMs },
  ): Work<AnnotationWithReplies> {
    const { id } = yield* presentAnnotation(input);
    yield* run(
      `INSERT INTO annotation_reply (annotation_id, text, author_id, author, created_at_ms) VALUES (?, ?, ?, ?, ?)`,
      [id, input.text, actor.personId, actor.name, nowMs],
    );
    return yield* annotationByKey(input);
  },
  (input, output) => [trail(input.workspaceId, 'reply', output, { reply: input.text })],
);

/** Off the charts, or back on them; asked twice it is done once. */
export const moveAnnotation = defineWrite(
  'annotations.move',
  function* (input: AnnotationKey & { readonly trash: boolean }, { nowMs }): Work<AnnotationWithReplies> {
    const found = yield* annotationByKey(input);
    if ((found.deletedAtMs !== null) !== input.trash) {
      yield* run(`UPDATE annotation SET deleted_at_ms = ? WHERE id = ?`, [
        input.trash ? nowMs : null,
        found.id,
      ]);
    }
    return yield* annotationByKey(input);
  },
  (input, output) => [trail(input.workspaceId, input.trash ? 'delete' : 'restore', output)],
);

function* presentAnnotation(key: AnnotationKey): Work<AnnotationWithReplies> {
  const found = yield* annotationByKey(key);
  if (found.deletedAtMs === null) return found;
  throw new Problem('gone', 'The annotation was deleted. Restore it first.', {
    annotationId: String(found.id),
  });
}

const shortText = 80;

function trail(
  workspaceId: number,
  verb: string,
  { id, runId, experimentId, text }: AnnotationWithReplies,
  detail: Readonly<Record<string, unknown>> = {},
): AuditEntry {
  const name = text.length > shortText ? `${text.slice(0, shortText - 1)}…` : text;
  return {
    workspaceId,
    action: `annotation.${verb}`,
    subjectKind: 'annotation',
    subjectId: String(id),
    detail: { name, ...(runId === null ? { experimentId: String(experimentId) } : { runId }), ...detail },
  };
}
