import {
  type AuditEntry,
  first,
  run,
  type Work,
  type WriteContext,
  type WriteDefinition,
} from './database.ts';

/**
 * A write with its audit entries, as one piece of work for one transaction. Database adapters run this and never a
 * definition's own `work`, so that no write can forget its trail.
 */
export function* performWrite<I, O>(
  definition: WriteDefinition<I, O>,
  input: I,
  context: WriteContext,
): Work<O> {
  const output = yield* definition.work(input, context);
  yield* recordAudit(definition.audit(input, output), context);
  return output;
}

const hourMs = 60 * 60 * 1000;

function* recordAudit(entries: readonly AuditEntry[], { actor, nowMs }: WriteContext): Work<void> {
  for (const entry of entries) {
    if (entry.sumCount !== undefined && (yield* addToRecent(entry, entry.sumCount, actor.personId, nowMs)))
      continue;
    yield* run(
      `INSERT INTO audit_event
        (workspace_id, at_ms, person_id, actor_name, via, action, subject_kind, subject_id, detail, event_count)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        entry.workspaceId,
        nowMs,
        actor.personId,
        actor.name,
        actor.via,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
        JSON.stringify(entry.detail ?? {}),
        entry.sumCount ?? 1,
      ],
    );
  }
}

function* addToRecent(entry: AuditEntry, count: number, personId: string, nowMs: number): Work<boolean> {
  const recent = yield* first<{ id: number }>(
    `SELECT id FROM audit_event WHERE workspace_id = ? AND subject_kind = ? AND subject_id = ?
       AND action = ? AND person_id = ? AND at_ms > ? ORDER BY id DESC LIMIT 1`,
    [entry.workspaceId, entry.subjectKind, entry.subjectId, entry.action, personId, nowMs - hourMs],
  );
  if (recent === undefined) return false;
  yield* run(`UPDATE audit_event SET event_count = event_count + ? WHERE id = ?`, [count, recent.id]);
  return true;
}
