import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { pointAtRun, useCrosshairStore } from '#studio/charts/crosshair.store.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RunListItem } from './run-list-item.tsx';
import classes from './run-list.module.css';
import { SelectedRuns } from './selected-runs.tsx';
import type { RunListProps } from './run-list-props.ts';
import { useRunListActions } from './use-run-list-actions.ts';
import { useRunListKeys } from './use-run-list-keys.ts';

/** The runs compared, with their colours: legend and switchboard of all charts. */
export function RunList(props: RunListProps) {
  const { workspace, runs, charts, baseline, counts, selection, onChange } = props;
  const store = useCrosshairStore();
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const marks = useMemo(() => new Map(charts.runs.map((run) => [run.runId, run.mark])), [charts.runs]);
  const ids = useMemo(() => runs.map((run) => run.runId), [runs]);
  const actions = useRunListActions({ ids, baseline, selection, onChange });
  const current = useRunListKeys(list, ids, actions);
  const shown = runs.filter((run) => !charts.hidden.has(run.runId)).length;
  return (
    <aside className={classes['list']} data-open={open} aria-label="Runs compared">
      <p className={classes['count']}>
        <span>{describeCounts(shown, runs.length, counts)}</span>
        {shown < runs.length && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onChange((now) => ({ ...now, hidden: [] }))}
          >
            Show all
          </Button>
        )}
        <Button
          className={classes['fold'] ?? ''}
          variant="default"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Fold the list' : 'Choose runs'}
        </Button>
      </p>
      {selection.selected.size > 0 && <SelectedRuns {...props} ids={ids} />}
      <ul ref={list} className={classes['items']} onPointerLeave={() => pointAtRun(store, undefined)}>
        {runs.map((run) => (
          <RunListItem
            key={run.runId}
            workspace={workspace}
            run={run}
            mark={marks.get(run.runId) ?? { colour: 0, dash: 0 }}
            hidden={charts.hidden.has(run.runId)}
            baseline={baseline === run.runId}
            selected={selection.selected.has(run.runId)}
            current={run.runId === (current ?? ids[0])}
            {...actions}
          />
        ))}
      </ul>
    </aside>
  );
}

/** "12 shown · 480 match · 10,000 total": nothing is left out in silence. */
function describeCounts(shown: number, compared: number, counts: RunListProps['counts']): string {
  if (counts === undefined) {
    return shown === compared
      ? `${formatInteger(compared)} ${compared === 1 ? 'run' : 'runs'}`
      : `${formatInteger(shown)} shown of ${formatInteger(compared)}`;
  }
  const { matching, total } = counts;
  return `${formatInteger(shown)} shown · ${formatInteger(matching)} match · ${formatInteger(total)} total`;
}
