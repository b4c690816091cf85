import type { WorkspaceSummary } from '#contract/workspaces.ts';
import type { ReactNode } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { StatusShape } from '#studio/ui/status-badge.tsx';
import classes from './home-page.module.css';

/** What is going on in a workspace. Wide screens name the columns above; narrow ones name each number. */
export function WorkspaceFacts({ workspace }: { readonly workspace: WorkspaceSummary }) {
  const { running, failedLastDay, runs, experiments, lastActivityAtMs } = workspace;
  return (
    <>
      <Fact value={running} unit="running" strong mark={<StatusShape status="RUNNING" />} />
      <Fact value={failedLastDay} unit="failed, last day" strong mark={<StatusShape status="FAILED" />} />
      <Fact value={runs} unit={runs === 1 ? 'run' : 'runs'} />
      <Fact value={experiments} unit={experiments === 1 ? 'experiment' : 'experiments'} />
      <span className={classes['fact']} data-none={lastActivityAtMs === null}>
        {lastActivityAtMs === null ? 'never' : <RelativeTime atMs={lastActivityAtMs} />}
      </span>
    </>
  );
}

interface FactProps {
  readonly value: number;
  readonly unit: string;
  readonly mark?: ReactNode;
  readonly strong?: boolean;
}

function Fact({ value, unit, mark, strong = false }: FactProps) {
  const some = value > 0;
  return (
    <span className={classes['fact']} data-none={!some} data-strong={strong && some}>
      {some && mark}
      {formatInteger(value)} <span className={classes['unit']}>{unit}</span>
    </span>
  );
}
