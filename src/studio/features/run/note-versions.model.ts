import type { AuditEvent } from '#contract/activity.ts';
import { changesIn } from '#studio/ui/audit-words.model.ts';

/** A note as somebody wrote it. */
export interface NoteVersion {
  /** Of the event that it came with. */
  readonly id: number;
  readonly atMs: number;
  readonly actor: string;
  readonly text: string;
  readonly before: string;
}

/** The versions of a note in the events of a run, newest first. */
export function noteVersions(events: readonly AuditEvent[]): readonly NoteVersion[] {
  return events.flatMap((event) => {
    const change = changesIn(event).find(({ what }) => what === 'note');
    if (change === undefined) return [];
    const { id, atMs, actor } = event;
    return [{ id, atMs, actor, text: change.to ?? '', before: change.from ?? '' }];
  });
}
