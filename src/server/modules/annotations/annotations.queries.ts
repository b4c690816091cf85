import { Problem } from '#contract/problem.ts';
import { defineRead, first, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import type {
  AnnotationKey,
  AnnotationRecord,
  AnnotationWithReplies,
  ReplyRecord,
} from './annotations.types.ts';

const columns = `id, experiment_id AS "experimentId", run_id AS "runId", metric, axis, from_x AS "from", to_x AS "to", text,
  author, created_at_ms AS "createdAtMs", edited_at_ms AS "editedAtMs", resolved_at_ms AS "resolvedAtMs",
  resolved_by AS "resolvedBy", deleted_at_ms AS "deletedAtMs"`;

export interface AnnotationSearch {
  readonly workspaceId: number;
  readonly experimentIds: readonly number[];
  readonly runIds: readonly string[];
  /** Also those that are resolved. */
  readonly resolved: boolean;
}

const mostListed = 2000;

/** What was noted on runs and experiments, by place; those of all runs of an experiment once. */
export const searchAnnotationRows = defineRead(
  'annotations.search',
  'short',
  function* (
    search: AnnotationSearch,
  ): Work<{ readonly annotations: readonly AnnotationWithReplies[]; readonly total: number }> {
    const state = `AND workspace_id = ? AND deleted_at_ms IS NULL ${search.resolved ? '' : 'AND resolved_at_ms IS NULL'}`;
    const ofRuns = yield* inChunks<AnnotationRecord>(
      (marks) => `SELECT ${columns} FROM annotation WHERE run_id IN (${marks}) ${state}`,
      search.runIds,
      [search.workspaceId],
    );
    const ofExperiments = yield* inChunks<AnnotationRecord>(
      (marks) =>
        `SELECT ${columns} FROM annotation WHERE experiment_id IN (${marks}) ${state} AND run_id IS NULL`,
      search.experimentIds,
      [search.workspaceId],
    );
    const found = [...new Map([...ofRuns, ...ofExperiments].map((each) => [each.id, each])).values()];
    found.sort((a, b) => a.from - b.from || a.to - b.to || a.id - b.id);
    return { annotations: yield* withReplies(found.slice(0, mostListed)), total: found.length };
  },
);

/** Also one that is deleted. Problem: `not-found`. */
export function* annotationByKey(key: AnnotationKey): Work<AnnotationWithReplies> {
  const found = yield* first<AnnotationRecord>(
    `SELECT ${columns} FROM annotation WHERE id = ? AND workspace_id = ?`,
    [key.annotationId, key.workspaceId],
  );
  const annotationId = String(key.annotationId);
  if (found === undefined) {
    throw new Problem('not-found', `There is no annotation ${annotationId} here.`, { annotationId });
  }
  const [whole] = yield* withReplies([found]);
  return whole ?? { ...found, replies: [] };
}

function* withReplies(records: readonly AnnotationRecord[]): Work<readonly AnnotationWithReplies[]> {
  const replies = yield* inChunks<ReplyRecord>(
    (marks) => `SELECT id, annotation_id AS "annotationId", text, author, created_at_ms AS "createdAtMs"
      FROM annotation_reply WHERE annotation_id IN (${marks}) ORDER BY id`,
    records.map(({ id }) => id),
  );
  const grouped = Map.groupBy(replies, (reply) => reply.annotationId);
  return records.map((record) => ({ ...record, replies: grouped.get(record.id) ?? [] }));
}
