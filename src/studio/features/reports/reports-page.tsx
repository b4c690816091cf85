import { listReports, type Report } from '#contract/reports.ts';
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconLock, IconPlus, IconRestore, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { useWorkspaces } from '#studio/query/use-workspaces.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { Count } from '#studio/ui/num.tsx';
import { Page } from '#studio/ui/page.tsx';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import table from '#studio/ui/table.module.css';
import classes from './reports.module.css';
import { type ReportActions, useReportActions } from './use-report-actions.ts';

const states = [
  { value: 'kept', label: 'Reports' },
  { value: 'trash', label: 'Trash' },
];

/** What people wrote about their runs. */
export function ReportsPage() {
  const workspace = useWorkspaceSlug();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const trash = search.get('trash') === '1';
  const actions = useReportActions(workspace);
  const { data, error, refetch } = useOperation(
    listReports,
    { params: { workspace }, query: trash ? { trash: 'true' } : {} },
    { keepPrevious: true },
  );
  const name = useWorkspaces().data?.workspaces.find((each) => each.slug === workspace)?.name ?? workspace;
  const create = (): void =>
    void actions.create('Untitled report').then((made) => {
      if (made !== undefined) void navigate(url.report(workspace, made.reportId, { edit: true }));
    });
  useKeys('Reports', [{ keys: 'n', label: 'New report', run: create }]);
  const button = (
    <Button leftSection={<IconPlus size={16} />} onClick={create}>
      New report
    </Button>
  );
  return (
    <Page
      title="Reports"
      crumbs={[{ label: name, to: url.workspace(workspace) }]}
      aside={data !== undefined && <Count value={data.reports.length} one="report" />}
      actions={
        <>
          <SegmentedControl
            aria-label="Which reports"
            data={states}
            value={trash ? 'trash' : 'kept'}
            onChange={(value) => setSearch(value === 'trash' ? { trash: '1' } : {})}
          />
          {button}
        </>
      }
    >
      {data === undefined && error === null && <SkeletonRows rows={6} what="reports" />}
      {data === undefined && error !== null && (
        <ErrorState title="The reports could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {data?.reports.length === 0 &&
        (trash ? (
          <EmptyState title="The trash is empty">Deleted reports wait here to be restored.</EmptyState>
        ) : (
          <EmptyState title="No reports yet" action={button}>
            A report is a page of Markdown with charts and tables of runs in it, live or frozen. Everybody in
            this workspace can open it by its link.
          </EmptyState>
        ))}
      {data !== undefined && data.reports.length > 0 && (
        <table className={table['table']}>
          <caption>Reports</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Changed</th>
              <th scope="col" className={classes['wide']} data-number>
                Version
              </th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.reports.map((report) => (
              <Row key={report.reportId} workspace={workspace} report={report} actions={actions} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}

interface RowProps {
  readonly workspace: string;
  readonly report: Report;
  readonly actions: ReportActions;
}

function Row({ workspace, report, actions }: RowProps) {
  const { reportId, name, visibility, updatedAtMs, updatedBy, version } = report;
  const deleted = report.deletedAtMs !== null;
  const label = (
    <>
      {name}
      {visibility === 'private' && <IconLock size={14} aria-label="private" />}
    </>
  );
  return (
    <tr>
      <td>
        {deleted ? (
          <span className={classes['list-name']}>{label}</span>
        ) : (
          <Link className={classes['list-name'] ?? ''} to={url.report(workspace, reportId)}>
            {label}
          </Link>
        )}
      </td>
      <td>
        {updatedBy}, <RelativeTime atMs={updatedAtMs} />
      </td>
      <td className={classes['wide']} data-number>
        {version}
      </td>
      <td data-number>
        {deleted ? (
          <Tooltip label="Restore">
            <ActionIcon
              size={28}
              aria-label={`Restore ${name}`}
              onClick={() => void actions.restoreById(reportId)}
            >
              <IconRestore size={15} />
            </ActionIcon>
          </Tooltip>
        ) : (
          <Tooltip label="Move to the trash">
            <ActionIcon size={28} aria-label={`Delete ${name}`} onClick={() => void actions.discard(report)}>
              <IconTrash size={15} />
            </ActionIcon>
          </Tooltip>
        )}
      </td>
    </tr>
  );
}
