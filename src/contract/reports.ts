import { z } from 'zod';
import { displayName } from './display-name.ts';
import { documentHead, documentId, documentVersion, visibility } from './documents.ts';
import { readSeries } from './metrics.ts';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });
const ofReport = inWorkspace.extend({ reportId: documentId });

/** Markdown, with blocks fenced as ```atelier that show charts, runs and views (YAML; see the reports' page). */
const reportText = z.string().max(200_000);

export const report = documentHead.extend({ reportId: z.string() });
export type Report = z.output<typeof report>;

export const reportWithText = report.extend({ text: reportText });
export type ReportWithText = z.output<typeof reportWithText>;

export const listReports = operation('reports.list', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/reports',
  summary: 'Reports: the shared ones and the caller’s own, last changed first.',
  who: 'reader',
  params: inWorkspace,
  query: z.object({ trash: z.stringbool().optional() }),
  answer: z.object({ reports: z.array(report) }),
});

export const getReport = operation('reports.get', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/reports/{reportId}',
  summary: 'A report. One in the trash is `gone`.',
  who: 'reader',
  params: ofReport,
  answer: reportWithText,
  problems: ['not-found', 'gone'],
});

export const createReport = operation('reports.create', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/reports',
  summary: 'Begin a report.',
  who: 'editor',
  params: inWorkspace,
  body: z.object({
    name: displayName(200),
    visibility: visibility.default('shared'),
    text: reportText.default(''),
  }),
  answer: reportWithText,
});

export const updateReport = operation('reports.update', {
  method: 'PATCH',
  path: '/api/workspaces/{workspace}/reports/{reportId}',
  summary: 'Rename or share a report, or save a new version of its text.',
  who: 'editor',
  params: ofReport,
  body: z.object({
    name: displayName(200).optional(),
    visibility: visibility.optional(),
    text: reportText.optional(),
    /** The version that the text was made from: a `conflict` if there is a newer one by now. */
    basedOn: z.number().int().optional(),
  }),
  answer: reportWithText,
  problems: ['not-found', 'gone', 'conflict'],
});

export const listReportVersions = operation('reports.versions', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/reports/{reportId}/versions',
  summary: 'The versions of a report, newest first.',
  who: 'reader',
  params: ofReport,
  answer: z.object({ versions: z.array(documentVersion) }),
  problems: ['not-found', 'gone'],
});

export const getReportVersion = operation('reports.version', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/reports/{reportId}/versions/{version}',
  summary: 'The text of a report in one of its versions.',
  who: 'reader',
  params: ofReport.extend({ version: z.coerce.number().int().min(1) }),
  answer: documentVersion.extend({ text: reportText }),
  problems: ['not-found', 'gone'],
});

export const restoreReportVersion = operation('reports.restoreVersion', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/reports/{reportId}/versions/{version}/restore',
  summary: 'Bring an earlier version back, as a new one.',
  who: 'editor',
  params: ofReport.extend({ version: z.coerce.number().int().min(1) }),
  answer: reportWithText,
  problems: ['not-found', 'gone'],
});

export const deleteReport = operation('reports.delete', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/reports/{reportId}/delete',
  summary: 'Move a report to the trash.',
  who: 'editor',
  params: ofReport,
  answer: report,
  problems: ['not-found'],
});

export const restoreReport = operation('reports.restore', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/reports/{reportId}/restore',
  summary: 'Take a report out of the trash.',
  who: 'editor',
  params: ofReport,
  answer: report,
  problems: ['not-found'],
});

export const freezeSeries = operation('reports.freeze', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/report-snapshots',
  summary: 'Keep the lines of a chart as they are now, for a report that shows them so for ever.',
  who: 'editor',
  params: inWorkspace,
  // Fewer lines and buckets than on screen: it is kept for ever.
  body: readSeries.body.omit({ since: true }).extend({
    runIds: z.array(runIdSchema).min(1).max(100),
    maxBuckets: z.number().int().min(10).max(1000).default(1000),
  }),
  answer: z.object({ snapshotId: z.string(), atMs: z.number() }),
  problems: ['not-found', 'too-large'],
});

export const readSnapshot = operation('reports.snapshot', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/report-snapshots/{snapshotId}',
  summary: 'Lines that a report keeps, as `metrics.series` answered them.',
  who: 'reader',
  params: inWorkspace.extend({ snapshotId: documentId }),
  kind: 'bytes',
  problems: ['not-found'],
});
