import { Problem } from '#contract/problem.ts';
import type { Report, ReportWithText } from '#contract/reports.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { createDocumentsService } from '#server/modules/documents/documents.service.ts';
import type { DocumentRecord, DocumentWithBody } from '#server/modules/documents/documents.types.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { findSnapshot, insertSnapshot } from './reports.queries.ts';

type LineRequest = Omit<Parameters<MetricsService['lines']>[0], 'workspaceId' | 'since'>;

/** Of the lines of a chart that is kept. */
const mostBytes = 8_000_000;

export type ReportsService = ReturnType<typeof createReportsService>;

/** Reports over the documents: each holds Markdown. */
export function createReportsService(
  ports: Ports,
  live: LiveService,
  metrics: Pick<MetricsService, 'lines'>,
) {
  const { database, clock } = ports;
  return {
    documents: createDocumentsService(ports, live, 'report'),

    /** Keeps the lines of a chart as they are now. Problem: `too-large`. */
    async freeze(workspace: WorkspaceScope, request: LineRequest, actor: Actor) {
      const content = await metrics.lines({ ...request, workspaceId: workspace.id });
      if (content.length > mostBytes) {
        throw new Problem(
          'too-large',
          `These lines take ${(content.length / 1e6).toFixed(1)} MB; a chart that is kept may take ${mostBytes / 1e6}. Show fewer runs in it.`,
          { bytes: content.length, most: mostBytes },
        );
      }
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
