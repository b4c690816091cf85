import type { ComparedRun } from '#contract/runs.ts';
import type { RunMark } from '#domain/colour/run-marks.ts';
import { IconEye, IconEyeOff, IconFlag, IconFlagFilled, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { url } from '#studio/app/url.ts';
import { pointAtRun, useCrosshairStore } from '#studio/charts/crosshair.store.ts';
import { Swatch } from '#studio/charts/swatch.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import classes from './run-list.module.css';

export interface RunListActions {
  /** `solo`: show this one alone. */
  readonly onToggle: (runId: string, solo: boolean) => void;
  readonly onBaseline: (runId: string) => void;
  readonly onRemove: (runId: string) => void;
  /** `range`: all between the last one chosen and this. */
  readonly onSelect: (runId: string, range: boolean) => void;
}

interface RunListItemProps extends RunListActions {
  readonly workspace: string;
  readonly run: ComparedRun;
  readonly mark: RunMark;
  readonly hidden: boolean;
  readonly baseline: boolean;
  readonly selected: boolean;
  /** The one that Tab stops at. */
  readonly current: boolean;
}

/** Plain elements: there may be hundreds. */
export const RunListItem = memo(function RunListItem(props: RunListItemProps) {
  const { workspace, run, mark, hidden, baseline, selected, current } = props;
  const { runId } = run;
  const store = useCrosshairStore();
  const pointed = useStore(store, (state) => state.runId === runId);
  const point = (): void => {
    if (!hidden) pointAtRun(store, runId);
  };
  const tabIndex = current ? 0 : -1;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pointing shows the run; every action has its own button
    <li
      className={classes['item']}
      data-run={runId}
      data-hidden={hidden}
      data-pointed={pointed}
      data-selected={selected}
      onPointerEnter={point}
      onFocus={point}
      onBlur={() => pointAtRun(store, undefined)}
    >
      <input
        type="checkbox"
        className={classes['check']}
        aria-label={`Select ${run.name}`}
        tabIndex={tabIndex}
        checked={selected}
        onChange={() => undefined}
        onClick={(event) => props.onSelect(runId, event.shiftKey)}
      />
      <button
        type="button"
        className={classes['button']}
        aria-label={`Show ${run.name}`}
        aria-pressed={!hidden}
        title={hidden ? 'Show (Alt: alone)' : 'Hide (Alt: show alone)'}
        tabIndex={tabIndex}
        onClick={(event) => props.onToggle(runId, event.altKey)}
      >
        {hidden ? <IconEyeOff size={16} /> : <IconEye size={16} />}
      </button>
      <Swatch mark={mark} />
      <Link
        className={classes['name'] ?? ''}
        to={url.run(workspace, runId)}
        title={`${run.name} · ${run.experimentName}`}
        tabIndex={tabIndex}
      >
        {run.name}
      </Link>
      {baseline && <span className={classes['baseline']}>baseline</span>}
      {run.lifecycle === 'deleted' && <span className={classes['trashed']}>in the trash</span>}
      {run.status !== 'FINISHED' && <StatusBadge status={run.status} compact />}
      <span className={classes['actions']}>
        <button
          type="button"
          className={classes['button']}
          aria-label={`Measure against ${run.name}`}
          aria-pressed={baseline}
          title={baseline ? 'No longer the baseline' : 'Make it the baseline'}
          tabIndex={tabIndex}
          onClick={() => props.onBaseline(runId)}
        >
          {baseline ? <IconFlagFilled size={14} /> : <IconFlag size={14} />}
        </button>
        <button
          type="button"
          className={classes['button']}
          aria-label={`Remove ${run.name} from the comparison`}
          title="Remove from the comparison"
          tabIndex={tabIndex}
          onClick={() => props.onRemove(runId)}
        >
          <IconX size={14} />
        </button>
      </span>
    </li>
  );
});
