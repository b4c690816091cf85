import type { ComparedRun } from '#contract/runs.ts';
import { Button } from '@mantine/core';
import { useCrosshairStore, pointAtRun } from '#studio/charts/crosshair.store.ts';
import type { CompareCharts } from './compare.chart.ts';
import classes from './run-list.module.css';
import { type CompareView, toggleHidden, toggleSolo, withoutRuns } from './compare-view.model.ts';
import { RunListItem } from './run-list-item.tsx';
import type { ChangeCompareView } from './use-compare-view.ts';

interface RunListProps {
  readonly workspace: string;
  readonly runs: readonly ComparedRun[];
  readonly charts: CompareCharts;
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

/** The runs compared, with their colours: legend and switchboard of all charts. */
export function RunList({ workspace, runs, charts, view, onChange }: RunListProps) {
  const store = useCrosshairStore();
  const marks = new Map(charts.runs.map((run) => [run.runId, run.mark]));
  const shown = runs.filter((run) => !charts.hidden.has(run.runId)).length;
  return (
    <aside className={classes['list']} aria-label="Runs compared">
      <p className={classes['count']}>
        {shown === runs.length ? `${runs.length} runs` : `${shown} of ${runs.length} runs shown`}
        {shown < runs.length && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onChange((now) => ({ ...now, hidden: [] }))}
          >
            Show all
          </Button>
        )}
      </p>
      <ul className={classes['items']} onPointerLeave={() => pointAtRun(store, undefined)}>
        {runs.map((run) => (
          <RunListItem
            key={run.runId}
            workspace={workspace}
            run={run}
            mark={marks.get(run.runId) ?? { colour: 0, dash: 0 }}
            hidden={charts.hidden.has(run.runId)}
            baseline={view.baseline === run.runId}
            onToggle={(solo) =>
              onChange((now) => (solo ? toggleSolo(now, run.runId) : toggleHidden(now, run.runId)))
            }
            onBaseline={() =>
              onChange((now) => ({
                ...now,
                baseline: now.baseline === run.runId ? undefined : run.runId,
              }))
            }
            onRemove={() => onChange((now) => withoutRuns(now, [run.runId]))}
          />
        ))}
      </ul>
    </aside>
  );
}
