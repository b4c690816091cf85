import type { ComparedRun } from '#contract/runs.ts';
import type { RunMark } from '#domain/colour/run-marks.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconFlag, IconFlagFilled, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { url } from '#studio/app/url.ts';
import { pointAtRun, useCrosshairStore } from '#studio/charts/crosshair.store.ts';
import { Swatch } from '#studio/charts/swatch.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import classes from './run-list.module.css';

interface RunListItemProps {
  readonly workspace: string;
  readonly run: ComparedRun;
  readonly mark: RunMark;
  readonly hidden: boolean;
  readonly baseline: boolean;
  /** `solo`: show this one alone. */
  readonly onToggle: (solo: boolean) => void;
  readonly onBaseline: () => void;
  readonly onRemove: () => void;
}

export function RunListItem(props: RunListItemProps) {
  const { workspace, run, mark, hidden, baseline } = props;
  const store = useCrosshairStore();
  const pointed = useStore(store, (state) => state.runId === run.runId);
  const point = (): void => {
    if (!hidden) pointAtRun(store, run.runId);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pointing shows the run; every action has its own button
    <li
      className={classes['item']}
      data-hidden={hidden}
      data-pointed={pointed}
      onPointerEnter={point}
      onFocus={point}
      onBlur={() => pointAtRun(store, undefined)}
    >
      <Tooltip label={hidden ? 'Show (Alt: alone)' : 'Hide (Alt: show alone)'}>
        <ActionIcon
          size={24}
          aria-label={`Show ${run.name}`}
          aria-pressed={!hidden}
          onClick={(event) => props.onToggle(event.altKey)}
        >
          {hidden ? <IconEyeOff size={16} /> : <IconEye size={16} />}
        </ActionIcon>
      </Tooltip>
      <Swatch mark={mark} />
      <Link className={classes['name']} to={url.run(workspace, run.runId)} title={run.name}>
        {run.name}
      </Link>
      {baseline && <span className={classes['baseline']}>baseline</span>}
      {run.status !== 'FINISHED' && <StatusBadge status={run.status} compact />}
      <span className={classes['actions']}>
        <Tooltip label={baseline ? 'No longer the baseline' : 'Make it the baseline'}>
          <ActionIcon
            size={24}
            aria-label={`Measure against ${run.name}`}
            aria-pressed={baseline}
            onClick={props.onBaseline}
          >
            {baseline ? <IconFlagFilled size={14} /> : <IconFlag size={14} />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Remove from the comparison">
          <ActionIcon
            size={24}
            aria-label={`Remove ${run.name} from the comparison`}
            onClick={props.onRemove}
          >
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      </span>
    </li>
  );
}
