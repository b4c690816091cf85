import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWorkspaces } from '../query/use-workspaces.ts';
import { formatInteger } from '../ui/number.model.ts';
import { StatusShape } from '../ui/status-badge.tsx';
import classes from './running-now.module.css';
import { RunningList } from './running-list.tsx';

/** How many runs are going on in all workspaces; a press lists them. */
export function RunningNow() {
  const [open, setOpen] = useState(false);
  const { data } = useWorkspaces();
  const workspaces = data?.workspaces ?? [];
  const running = workspaces.reduce((sum, each) => sum + each.running, 0);
  if (data === undefined) return null;
  return (
    <Popover opened={open} onChange={setOpen} width={340} position="bottom-end" trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['counter']}
          data-busy={running > 0}
          aria-label={`${running} running now`}
          onClick={() => setOpen(!open)}
        >
          <StatusShape status={running > 0 ? 'RUNNING' : 'SCHEDULED'} />
          <span>{formatInteger(running)}</span>
          <span className={classes['word']}>running</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes['list']} aria-label="Running now">
        {running === 0 ? (
          <p className={classes['none']}>Nothing is running right now.</p>
        ) : (
          workspaces
            .filter((each) => each.running > 0)
            .map((each) => <RunningList key={each.slug} workspace={each} onChosen={() => setOpen(false)} />)
        )}
        {running === 0 && workspaces[0] !== undefined && (
          <Link to="/" className={classes['more'] ?? ''} onClick={() => setOpen(false)}>
            All workspaces
          </Link>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
