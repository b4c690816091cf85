import { outlineLog } from '#contract/run-logs.ts';
import { Problem } from '#contract/problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { useOperation } from '../query/operation-query.ts';
import { OpenedLog, type OpenedLogProps } from './opened-log.tsx';

export type LogViewerProps = Omit<OpenedLogProps, 'outline'>;

/** One log of a run: to read, search and follow, of any length. */
export function LogViewer(props: LogViewerProps) {
  const { workspace, runId, log } = props;
  const { data, error, refetch } = useOperation(outlineLog, { params: { workspace, runId }, query: { log } });
  if (data === undefined) {
    if (error === null) return <SkeletonRows rows={10} what="log" />;
    return isGone(error) ? (
      <EmptyState title="This log is not there any more">
        <code>{props.name}</code>
      </EmptyState>
    ) : (
      <ErrorState title="The log could not be read" error={error} onRetry={() => void refetch()} />
    );
  }
  return <OpenedLog key={log} {...props} outline={data} />;
}

function isGone(error: unknown): boolean {
  return error instanceof Problem && error.code === 'not-found';
}
