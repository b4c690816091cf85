import type { RunDetails } from '#contract/runs.ts';
import { Button } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import classes from './logs.module.css';
import { RunLogPanel } from './run-log.tsx';
import { firstLog } from './log-dock.model.ts';

/** What the run wrote to its console. */
export function LogsTab({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const [search, setSearch] = useSearchParams();
  const beside = (): void => {
    const next = new URLSearchParams(search);
    next.set('tab', 'metrics');
    if (!next.has('log')) next.set('log', firstLog);
    setSearch(next);
  };
  return (
    <div className={classes['tab']}>
      <RunLogPanel
        workspace={workspace}
        run={run}
        actions={
          run.metrics.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconChartLine size={14} />}
              onClick={beside}
            >
              Beside the curves
            </Button>
          )
        }
      />
    </div>
  );
}
