import type { ComparedRun } from '#contract/runs.ts';
import type { RunMark } from '#domain/colour/run-marks.ts';
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

/** Plain elements: there may be hundreds. */
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
      <button
        type="button"
        className={classes['button']}
        aria-label={`Show ${run.name}`}
        aria-pressed={!hidden}
        title={hidden ? 'Show (Alt: alone)' : 'Hide (Alt: show alone)'}
        onClick={(event) => props.onToggle(event.altKey)}
      >
        {hidden ? <IconEyeOff size={16} /> : <IconEye size={16} />}
      </button>
      <Swatch mark={mark} />
      <Link className={classes['name']} to={url.run(workspace, run.runId)} title={run.name}>
        {run.name}
      </Link>
      {baseline && <span className={classes['baseline']}>baseline</span>}
      {run.status !== 'FINISHED' && <StatusBadge status={run.status} compact />}
      <span className={classes['actions']}>
        <button
          type="button"
          className={classes['button']}
          aria-label={`Measure against ${run.name}`}
          aria-pressed={baseline}
          title={baseline ? 'No longer the baseline' : 'Make it the baseline'}
          onClick={props.onBaseline}
        >
          {baseline ? <IconFlagFilled size={14} /> : <IconFlag size={14} />}
        </button>
        <button
          type="button"
          className={classes['button']}
          aria-label={`Remove ${run.name} from the comparison`}
          title="Remove from the comparison"
          onClick={props.onRemove}
        >
          <IconX size={14} />
        </button>
      </span>
    </li>
  );
}
