import { auditEvent, type AuditEvent } from '#contract/activity.ts';
import type { Ports } from '#server/ports/ports.ts';
import { type ActivityFilter, listActivityRows } from './audit.queries.ts';

export type AuditService = ReturnType<typeof createAuditService>;

export function createAuditService({ database }: Ports) {
  return {
    /** Newest first; `nextBefore` asks for the page after this one. */
    async list(
      filter: ActivityFilter,
    ): Promise<{ events: AuditEvent[]; nextBefore: number | null; total: number }> {
      const { rows, total } = await database.read(listActivityRows, filter);
      const events = rows.map((row) =>
        auditEvent.parse({ ...row, detail: JSON.parse(row.detail) as unknown }),
      );
      const nextBefore = events.length < filter.limit ? null : (events.at(-1)?.id ?? null);
      return { events, nextBefore, total };
    },
  };
}
