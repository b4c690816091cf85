import type { Visibility } from '#contract/documents.ts';
import { Problem } from '#contract/problem.ts';
import {
  createReport,
  deleteReport,
  getReport,
  listReports,
  listReportVersions,
  type Report,
  type ReportWithText,
  restoreReport,
  restoreReportVersion,
  updateReport,
} from '#contract/reports.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';

/** What can be done with reports: told when done, and taken back with Undo. */
export function useReportActions(workspace: string) {
  const refreshes = [listReports, getReport, listReportVersions];
  const creating = useOperationMutation(createReport, refreshes);
  const updating = useOperationMutation(updateReport, refreshes);
  const deleting = useOperationMutation(deleteReport, refreshes);
  const restoring = useOperationMutation(restoreReport, refreshes);
  const returning = useOperationMutation(restoreReportVersion, refreshes);
  const paramsOf = (reportId: string) => ({ workspace, reportId });

  async function restoreVersion(report: Report, version: number, offersUndo: boolean): Promise<void> {
    const params = { ...paramsOf(report.reportId), version };
    const done = await attempt(returning.mutateAsync({ params }));
    if (done === undefined) return;
    toast({
      message: `Version ${version} is back, as version ${done.version}.`,
      ...(offersUndo ? { undo: () => void restoreVersion(report, report.version, false) } : {}),
    });
  }

  async function change(report: Report, body: { name?: string; visibility?: Visibility }, message: string) {
    const params = paramsOf(report.reportId);
    const { name, visibility } = report;
    const done = await attempt(updating.mutateAsync({ params, body }));
    if (done === undefined) return;
    const undo = (): void => void attempt(updating.mutateAsync({ params, body: { name, visibility } }));
    toast({ message, undo });
  }

  async function restoreById(reportId: string): Promise<void> {
    const done = await attempt(restoring.mutateAsync({ params: paramsOf(reportId) }));
    if (done !== undefined) toast({ message: `Restored ${done.name}.` });
  }

  return {
    create: async (name: string): Promise<ReportWithText | undefined> =>
      attempt(creating.mutateAsync({ params: { workspace }, body: { name, text: '' } })),

    /** Saves a text as a new version; `undefined` where it was refused (it says so, and of a newer version besides). */
    async save(
      report: Report,
      text: string,
      onConflict: () => void = () => undefined,
    ): Promise<ReportWithText | undefined> {
      const body = { text, basedOn: report.version };
      const sent = updating.mutateAsync({ params: paramsOf(report.reportId), body });
      const done = await attempt(sent, (problem) => problem.code === 'conflict' && onConflict());
      if (done !== undefined && done.version !== report.version) {
        toast({
          message: `Saved version ${done.version}.`,
          undo: () => void restoreVersion(done, report.version, false),
        });
      }
      return done;
    },

    rename: async (report: Report, name: string) => change(report, { name }, `Renamed to ${name}.`),

    share: async (report: Report, visibility: Visibility) =>
      change(
        report,
        { visibility },
        visibility === 'shared'
          ? `Everybody here sees ${report.name} now.`
          : `${report.name} is yours alone now.`,
      ),

    restoreVersion: async (report: Report, version: number) => restoreVersion(report, version, true),

    async discard(report: Report): Promise<boolean> {
      const done = await attempt(deleting.mutateAsync({ params: paramsOf(report.reportId) }));
      if (done === undefined) return false;
      toast({ message: `Moved ${report.name} to the trash.`, undo: () => void restoreById(report.reportId) });
      return true;
    },

    restoreById,
  };
}

export type ReportActions = ReturnType<typeof useReportActions>;

/** Tells a failure that was to be expected, and goes on without. */
async function attempt<T>(
  work: Promise<T>,
  onProblem: (problem: Problem) => unknown = () => undefined,
): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    onProblem(error);
    toast({ kind: 'failed', message: describeError(error) });
    return undefined;
  }
}
