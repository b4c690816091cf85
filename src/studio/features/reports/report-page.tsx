import { getReport, type ReportWithText } from '#contract/reports.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { NameField } from '#studio/ui/name-field.tsx';
import { Page } from '#studio/ui/page.tsx';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { ReportActionsBar } from './report-actions-bar.tsx';
import { ReportBody } from './report-body.tsx';
import { ReportEditor } from './report-editor.tsx';
import { ReportVersions } from './report-versions.tsx';
import { useReportActions } from './use-report-actions.ts';

/** One report, to read or to write. */
export function ReportPage() {
  const workspace = useWorkspaceSlug();
  const reportId = useParams()['reportId'] ?? '';
  const valid = /^\d{1,15}$/.test(reportId);
  const { data, error, refetch } = useOperation(
    getReport,
    { params: { workspace, reportId: valid ? reportId : '0' } },
    { enabled: valid },
  );
  const crumbs = [{ label: 'Reports', to: url.reports(workspace) }];
  if (!valid || error?.code === 'not-found') {
    return (
      <Page title="No such report" crumbs={crumbs}>
        <EmptyState title="There is no report at this address" action={<AllReports workspace={workspace} />}>
          The link may be cut off, or the report is private to the person who sent it: ask them to share it.
        </EmptyState>
      </Page>
    );
  }
  if (error?.code === 'gone') return <GoneReport reportId={reportId} name={String(error.detail['name'])} />;
  if (data !== undefined) return <Opened key={reportId} workspace={workspace} report={data} />;
  return (
    <Page title="Report" crumbs={crumbs}>
      {error === null ? (
        <SkeletonRows rows={10} what="the report" />
      ) : (
        <ErrorState title="The report could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}

function AllReports({ workspace }: { readonly workspace: string }) {
  return (
    <Button component={Link} to={url.reports(workspace)} variant="default">
      See all reports
    </Button>
  );
}

function GoneReport({ reportId, name }: { readonly reportId: string; readonly name: string }) {
  const workspace = useWorkspaceSlug();
  const actions = useReportActions(workspace);
  return (
    <Page title="Report in the trash" crumbs={[{ label: 'Reports', to: url.reports(workspace) }]}>
      <EmptyState
        title={`${name} is in the trash`}
        action={
          <>
            <Button onClick={() => void actions.restoreById(reportId)}>Restore</Button>
            <AllReports workspace={workspace} />
          </>
        }
      >
        Somebody deleted it. Nothing of it is lost.
      </EmptyState>
    </Page>
  );
}

function Opened({ workspace, report }: { readonly workspace: string; readonly report: ReportWithText }) {
  const [search, setSearch] = useSearchParams();
  const [renaming, setRenaming] = useState(false);
  const actions = useReportActions(workspace);
  const editing = search.get('edit') === 'true';
  const setEditing = (wanted: boolean): void => setSearch(wanted ? { edit: 'true' } : {});
  const { name, updatedBy, updatedAtMs, version, visibility } = report;
  return (
    <Page
      title={name}
      crumbs={[{ label: 'Reports', to: url.reports(workspace) }]}
      lead={
        <>
          Version {version} by {updatedBy}, <RelativeTime atMs={updatedAtMs} /> · {visibility}
        </>
      }
      actions={
        <ReportActionsBar
          workspace={workspace}
          report={report}
          actions={actions}
          editing={editing}
          onEdit={() => setEditing(true)}
          onRename={() => setRenaming(true)}
        />
      }
    >
      {renaming && (
        <NameField
          label="Name of the report"
          value={name}
          onCancel={() => setRenaming(false)}
          onSave={async (next) => {
            await actions.rename(report, next);
            setRenaming(false);
          }}
        />
      )}
      {editing ? (
        <ReportEditor
          workspace={workspace}
          report={report}
          actions={actions}
          onDone={() => setEditing(false)}
        />
      ) : report.text.trim() === '' ? (
        <EmptyState
          title="Nothing written yet"
          action={<Button onClick={() => setEditing(true)}>Write</Button>}
        />
      ) : (
        <ReportBody workspace={workspace} text={report.text} />
      )}
      <ReportVersions workspace={workspace} report={report} actions={actions} />
    </Page>
  );
}
