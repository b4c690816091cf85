import type { AuditEvent } from '#contract/activity.ts';

/** The event's own name for its subject, if it has one. */
export function namedIn(event: AuditEvent): string | undefined {
  const name = event.detail['name'] ?? event.detail['runName'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** The runs that events speak of by id alone. */
export function unnamedRuns(events: readonly AuditEvent[]): readonly string[] {
  const ids = events.filter((event) => event.subjectKind === 'run' && namedIn(event) === undefined);
  return [...new Set(ids.map((event) => event.subjectId))].sort();
}
