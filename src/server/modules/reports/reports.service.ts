import type { Report, ReportWithText } from '#contract/reports.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { createDocumentsService } from '#server/modules/documents/documents.service.ts';
import type { DocumentRecord, DocumentWithBody } from '#server/modules/documents/documents.types.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { findSnapshot, insertSnapshot } from './reports.queries.ts';

type LineRequest = Omit<Parameters<MetricsService['lines']>[0], 'workspaceId'>;

export type ReportsService = ReturnType<typeof createReportsService>;

/** Reports over the documents: each holds Markdown. */
export function createReportsService(ports: Ports, live: LiveService, metrics: MetricsService) {
  const { database, clock } = ports;
  return {
    documents: createDocumentsService(ports, live, 'report'),

    /** Keeps the lines of a chart as they are now. */
    async freeze(workspace: WorkspaceScope, request: LineRequest, actor: Actor) {
      const content = await metrics.lines({ ...request, workspaceId: workspace.id });
      return database.write(
        insertSnapshot,
        { workspaceId: workspace.id, metric: request.key, content },
        { actor, nowMs: clock.nowMs() },
      );
    },

    /** Problem: `not-found`. */
    async snapshot(workspace: WorkspaceScope, id: string): Promise<Uint8Array> {
      return database.read(findSnapshot, { workspaceId: workspace.id, id: Number(id) });
    },
  };
}

export function toReport(record: DocumentRecord): Report {
  return {
    reportId: String(record.id),
    name: record.name,
    visibility: record.visibility,
    owner: record.ownerName,
    version: record.version,
    createdAtMs: record.createdAtMs,
    updatedAtMs: record.updatedAtMs,
    updatedBy: record.updatedBy,
    deletedAtMs: record.deletedAtMs,
  };
}

export function toReportWithText(record: DocumentWithBody): ReportWithText {
  return { ...toReport(record), text: record.body };
}
