import * as operations from '#contract/reports.ts';
import { type CallContext, handle, type Handler, workspaceOf } from '#server/http/handler.ts';
import type { DocumentScope } from '#server/modules/documents/documents.service.ts';
import { toReport, toReportWithText } from './reports.service.ts';

const scopeOf = (context: CallContext): DocumentScope => ({
  workspace: workspaceOf(context),
  caller: context.caller,
});

export const reportHandlers: readonly Handler[] = [
  handle(operations.listReports, async ({ query }, context) => {
    const { documents } = context.services.reports;
    const records = await documents.list(scopeOf(context), { trash: query.trash ?? false });
    return { reports: records.map((record) => toReport(record)) };
  }),

  handle(operations.getReport, async ({ params }, context) =>
    toReportWithText(await context.services.reports.documents.find(scopeOf(context), params.reportId)),
  ),

  handle(operations.createReport, async ({ body }, context) => {
    const { name, visibility, text } = body;
    const draft = { label: '', name, visibility, body: text };
    return toReportWithText(await context.services.reports.documents.create(scopeOf(context), draft));
  }),

  handle(operations.updateReport, async ({ params, body }, context) => {
    const { text, ...rest } = body;
    const revision = { ...rest, ...(text === undefined ? {} : { body: text }) };
    const { documents } = context.services.reports;
    return toReportWithText(await documents.change(scopeOf(context), params.reportId, revision));
  }),

  handle(operations.listReportVersions, async ({ params }, context) => ({
    versions: [...(await context.services.reports.documents.versions(scopeOf(context), params.reportId))],
  })),

  handle(operations.getReportVersion, async ({ params }, context) => {
    const { documents } = context.services.reports;
    const found = await documents.version(scopeOf(context), params.reportId, params.version);
    const { body: text, ...version } = found;
    return { ...version, text };
  }),

  handle(operations.restoreReportVersion, async ({ params }, context) => {
    const { documents } = context.services.reports;
    const restored = await documents.restoreVersion(scopeOf(context), params.reportId, params.version);
    return toReportWithText(restored);
  }),

  handle(operations.deleteReport, async ({ params }, context) =>
    toReport(await context.services.reports.documents.move(scopeOf(context), params.reportId, true)),
  ),

  handle(operations.restoreReport, async ({ params }, context) =>
    toReport(await context.services.reports.documents.move(scopeOf(context), params.reportId, false)),
  ),

  handle(operations.freezeSeries, async ({ body }, context) => {
    const { services, caller } = context;
    const { id, atMs } = await services.reports.freeze(workspaceOf(context), body, caller.actor);
    return { snapshotId: String(id), atMs };
  }),

  handle(operations.readSnapshot, async ({ params }, context) => {
    const content = await context.services.reports.snapshot(workspaceOf(context), params.snapshotId);
    return new Response(new Uint8Array(content), {
      headers: { 'content-type': 'application/vnd.atelier.series' },
    });
  }),
];
