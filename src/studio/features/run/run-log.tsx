import { readArtifact } from '#contract/artifacts.ts';
import { downloadLog, listLogs, type RunLog } from '#contract/run-logs.ts';
import type { RunDetails } from '#contract/runs.ts';
import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { LogViewer } from '#studio/logs/log-viewer.tsx';
import { useClient } from '#studio/query/client-context.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatBytes } from '#studio/ui/number.model.ts';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { NoLogs } from './no-logs.tsx';
import { useLogAddress } from './use-log-address.ts';

interface RunLogProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly pointedAtMs?: number | undefined;
  readonly onTime?: ((atMs: number) => void) | undefined;
  /** More that can be done, beside the download. */
  readonly actions?: ReactNode;
}

/** The log of a run that the address names, else its first. */
export function RunLogPanel({ workspace, run, pointedAtMs, onTime, actions }: RunLogProps) {
  const client = useClient();
  const address = useLogAddress();
  const params = useMemo(() => ({ workspace, runId: run.runId }), [workspace, run.runId]);
  const { data, error, refetch } = useOperation(listLogs, { params });
  if (data === undefined) {
    return error === null ? (
      <SkeletonRows rows={10} what="logs" />
    ) : (
      <ErrorState title="The logs could not be listed" error={error} onRetry={() => void refetch()} />
    );
  }
  const shown = data.logs.find(({ id }) => id === address.log) ?? data.logs[0];
  if (shown === undefined) return <NoLogs workspace={workspace} run={run} />;
  const href =
    shown.kind === 'console'
      ? client.url(downloadLog, { params, query: { name: shown.name } })
      : client.url(readArtifact, { params, query: { path: shown.name, as: 'download' } });
  return (
    <LogViewer
      {...params}
      log={shown.id}
      name={shown.name}
      live={run.status === 'RUNNING'}
      line={address.line}
      onLine={address.setLine}
      find={address.find}
      onFind={address.setFind}
      pointedAtMs={pointedAtMs}
      onTime={onTime}
      actions={
        <>
          {data.logs.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label="Log"
              value={shown.id}
              data={data.logs.map((log) => ({ value: log.id, label: labelOf(log) }))}
              onChange={(event) => address.setLog(event.currentTarget.value)}
            />
          )}
          <Tooltip label={`Download ${formatBytes(shown.bytes)}`}>
            <ActionIcon component="a" size={28} href={href} download aria-label="Download the log">
              <IconDownload size={16} />
            </ActionIcon>
          </Tooltip>
          {actions}
        </>
      }
    />
  );
}

function labelOf({ kind, name, bytes }: RunLog): string {
  return `${kind === 'console' ? `Console ${name === 'console' ? '' : name}`.trim() : name} (${formatBytes(bytes)})`;
}
