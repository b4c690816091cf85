import type { WorkspaceSummary } from '#contract/workspaces.ts';
import type { ReactNode } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { StatusShape } from '#studio/ui/status-badge.tsx';
import classes from './workspace-page.module.css';

/** The workspace in five numbers. Holds its place while they load. */
export function WorkspaceNumbers({ summary }: { readonly summary: WorkspaceSummary | undefined }) {
  const last = summary?.lastActivityAtMs ?? undefined;
  return (
    <dl className={classes['numbers']}>
      <Shown label="Running" value={summary?.running} mark={<StatusShape status="RUNNING" />} />
      <Shown label="Failed, last day" value={summary?.failedLastDay} mark={<StatusShape status="FAILED" />} />
      <Shown label="Runs" value={summary?.runs} />
      <Shown label="Experiments" value={summary?.experiments} />
      <div className={classes['number']} data-none={last === undefined}>
        <dt>Last activity</dt>
        <dd>{last === undefined ? '–' : <RelativeTime atMs={last} />}</dd>
      </div>
    </dl>
  );
}

interface ShownProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly mark?: ReactNode;
}

function Shown({ label, value, mark }: ShownProps) {
  return (
    <div className={classes['number']} data-none={(value ?? 0) === 0}>
      <dt>{label}</dt>
      <dd>
        {(value ?? 0) > 0 && mark}
        {value === undefined ? '–' : formatInteger(value)}
      </dd>
    </div>
  );
}
