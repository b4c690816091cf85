import { getReportVersion, listReportVersions, type Report } from '#contract/reports.ts';
import { useSearchParams } from 'react-router';
import { useSearchChange } from '#studio/address/use-search-change.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { usePanelAddress } from '#studio/ui/use-panel-address.ts';
import { VersionsPanel, type VersionText } from '#studio/versions/versions-panel.tsx';
import type { ReportActions } from './use-report-actions.ts';

interface ReportVersionsProps {
  readonly workspace: string;
  readonly report: Report;
  readonly actions: ReportActions;
}

/** The versions of a report beside it, where the address says so. */
export function ReportVersions(props: ReportVersionsProps) {
  const [open, setOpen] = usePanelAddress('versions');
  return open ? <Panel {...props} onClose={() => setOpen(false)} /> : null;
}

function Panel({
  workspace,
  report,
  actions,
  onClose,
}: ReportVersionsProps & { readonly onClose: () => void }) {
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const { reportId } = report;
  const { data } = useOperation(listReportVersions, { params: { workspace, reportId } });
  const asked = Number(search.get('version') ?? NaN);
  const chosen = Number.isSafeInteger(asked) && asked > 0 ? asked : report.version;
  const after = useVersionText(workspace, reportId, chosen);
  const before = useVersionText(workspace, reportId, chosen - 1);
  const choose = (version: number): void =>
    changeSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.set('version', String(version));
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <VersionsPanel
      title={`Versions of ${report.name}`}
      versions={data?.versions}
      chosen={chosen}
      onChoose={choose}
      after={after}
      before={before}
      onRestore={(version) => void actions.restoreVersion(report, version)}
      onClose={onClose}
    />
  );
}

function useVersionText(workspace: string, reportId: string, version: number): VersionText | undefined {
  const { data } = useOperation(
    getReportVersion,
    { params: { workspace, reportId, version } },
    // A version never changes.
    { enabled: version > 0, staleTime: Infinity },
  );
  return data === undefined ? undefined : { version, text: data.text };
}
