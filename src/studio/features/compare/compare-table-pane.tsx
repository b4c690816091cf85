import type { ComparedRun } from '#contract/runs.ts';
import { SegmentedControl, Switch } from '@mantine/core';
import { useMemo } from 'react';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import type { CompareCharts } from './compare.chart.ts';
import { toCompareTable } from './compare.model.ts';
import classes from './compare-table.module.css';
import type { CompareView, MetricChoice } from './compare-view.model.ts';
import { RunsAsColumns } from './runs-as-columns.tsx';
import { RunsAsRows } from './runs-as-rows.tsx';
import type { ChangeCompareView } from './use-compare-view.ts';

interface CompareTablePaneProps {
  readonly runs: readonly ComparedRun[];
  readonly charts: CompareCharts;
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

const choices: { value: MetricChoice; label: string }[] = [
  { value: 'last', label: 'Last' },
  { value: 'min', label: 'Least' },
  { value: 'max', label: 'Greatest' },
];

/** What the runs shown were given and reached, side by side; at first only where they differ. */
export function CompareTablePane({ runs, charts, view, onChange }: CompareTablePaneProps) {
  const table = useMemo(() => toCompareTable(runs, view), [runs, view]);
  const columns = charts.runs.filter((run) => !charts.hidden.has(run.runId));
  const Layout = view.across ? RunsAsRows : RunsAsColumns;
  return (
    <>
      <div className={classes['toolbar']} role="toolbar" aria-label="Table">
        <Switch
          label="Only what differs"
          checked={!view.all}
          onChange={() => onChange((now) => ({ ...now, all: !now.all }))}
        />
        <Switch
          label="Runs as rows"
          checked={view.across}
          onChange={() => onChange((now) => ({ ...now, across: !now.across }))}
        />
        <div className={classes['choice']}>
          <span aria-hidden="true">Metric value</span>
          <SegmentedControl
            aria-label="Metric value"
            data={choices}
            value={view.value}
            onChange={(value: MetricChoice) => onChange((now) => ({ ...now, value }))}
          />
        </div>
        {table.agreeing > 0 && (
          <span className={classes['agreeing']}>
            {table.agreeing} {table.agreeing === 1 ? 'row' : 'rows'} in which all agree not shown
          </span>
        )}
      </div>
      {table.sections.length === 0 ? (
        <EmptyState
          title={runs.length < 2 ? 'One run differs from nothing' : 'These runs agree in everything'}
        >
          Switch off “Only what differs” to see all parameters and metrics.
        </EmptyState>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
        <section className={classes['scroll']} tabIndex={0} aria-label="Runs side by side">
          <Layout table={table} runs={columns} />
        </section>
      )}
    </>
  );
}
