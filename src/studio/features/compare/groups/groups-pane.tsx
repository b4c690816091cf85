import type { ComparedRun } from '#contract/runs.ts';
import { useMemo } from 'react';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import type { ComparePaneProps } from '../compare-pane-props.ts';
import { useCompareDirections } from '../table/directions-context.ts';
import { metricKeys, summaryValue } from '../table/metric-rows.model.ts';
import { chooseMetric } from './choose-metric.model.ts';
import { toGroups } from './groups.model.ts';
import { GroupsTable } from './groups-table.tsx';
import { GroupsToolbar } from './groups-toolbar.tsx';

interface GroupsPaneProps extends ComparePaneProps {
  readonly all: readonly ComparedRun[];
}

/** Whether one way of training is better than the baseline, by all runs of each. */
export function GroupsPane({ all, baseline, view, onChange }: GroupsPaneProps) {
  const { directionOf } = useCompareDirections().directions;
  const keys = useMemo(() => metricKeys(all), [all]);
  const guessed = useMemo(() => guessMetric(all, keys, directionOf), [all, keys, directionOf]);
  const metric = view.metric ?? guessed;
  const direction = metric === undefined ? 'none' : directionOf(metric);
  const choice = typeof view.value === 'object' ? 'last' : view.value;
  const { by } = view;
  const groups = useMemo(
    () =>
      toGroups(all, {
        by,
        baseline,
        direction,
        valueOf: (run) => {
          const summary = run.metrics.find(({ key }) => key === metric);
          return summary === undefined ? undefined : summaryValue(summary, choice, direction);
        },
      }),
    [all, by, baseline, direction, metric, choice],
  );
  if (metric === undefined) {
    return (
      <EmptyState title="Nothing to compare groups by">None of these runs has logged a metric.</EmptyState>
    );
  }
  return (
    <>
      <GroupsToolbar
        runs={all}
        metrics={keys}
        metric={metric}
        choice={choice}
        view={view}
        onChange={onChange}
      />
      {groups.length < 2 ? (
        <EmptyState title="All of these runs are in one group">
          They were given the same parameters, save for seeds. Choose other parameters to group by, or compare
          more runs.
        </EmptyState>
      ) : (
        <GroupsTable groups={groups} metric={metric} direction={direction} onChange={onChange} />
      )}
    </>
  );
}

function guessMetric(
  runs: readonly ComparedRun[],
  keys: readonly string[],
  directionOf: Parameters<typeof chooseMetric>[1],
): string | undefined {
  const counts = new Map<string, number>();
  for (const run of runs) for (const { key } of run.metrics) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (
    chooseMetric(
      [...counts].map(([key, count]) => ({ key, runs: count })),
      directionOf,
    ) ?? keys[0]
  );
}
