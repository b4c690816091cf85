import type { RunRow } from '#contract/runs.ts';
import { Num } from '#studio/ui/num.tsx';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { RunDuration } from '#studio/ui/run-duration.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import type { Column } from './column.model.ts';

/** What a run has in a column. Nothing where it has nothing: an empty cell is the quietest sign of it. */
export function RunCell({ run, column }: { readonly run: RunRow; readonly column: Column }) {
  if (column.kind === 'metrics') {
    const value = run.metrics[column.key];
    return value === undefined ? null : <Num value={value} />;
  }
  if (column.kind === 'own') return <OwnCell run={run} name={column.name} />;
  return <Text text={run[column.kind][column.key]} />;
}

function OwnCell({
  run,
  name,
}: {
  readonly run: RunRow;
  readonly name: Extract<Column, { kind: 'own' }>['name'];
}) {
  switch (name) {
    case 'name':
      return <Text text={run.name} />;
    case 'status':
      return <StatusBadge status={run.status} />;
    case 'started':
      return <RelativeTime atMs={run.startedAtMs} />;
    case 'duration':
      return <RunDuration run={run} />;
    case 'experiment':
      return <Text text={run.experimentName} />;
    case 'user':
      return <Text text={run.userId} />;
  }
}

function Text({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : <span title={text}>{text}</span>;
}
