import type { ComparedRun } from '#contract/runs.ts';
import { useMemo, useState } from 'react';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import type { CompareCharts } from './compare.chart.ts';
import { toCompareTable } from './compare.model.ts';
import classes from './compare-table.module.css';
import type { CompareView } from './compare-view.model.ts';
import { RunsAsColumns } from './runs-as-columns.tsx';
import { RunsAsRows } from './runs-as-rows.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import { cutSections, findRows, portionRows } from './table-portions.model.ts';
import type { ChangeCompareView } from './use-compare-view.ts';

interface CompareTablePaneProps {
  readonly runs: readonly ComparedRun[];
  readonly charts: CompareCharts;
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

/** What the runs shown were given and reached, side by side; at first only where they differ. */
export function CompareTablePane({ runs, charts, view, onChange }: CompareTablePaneProps) {
  const { baseline, all, value } = view;
  const table = useMemo(() => toCompareTable(runs, { baseline, all, value }), [runs, baseline, all, value]);
  const found = useMemo(() => findRows(table, view.search), [table, view.search]);
  const [asked, setAsked] = useState<ReadonlyMap<string, number>>(new Map());
  const step = portionRows(runs.length);
  const sections = useMemo(() => cutSections(found.sections, step, asked), [found, step, asked]);
  const more = (title: string): void =>
    setAsked((before) => new Map([...before, [title, (before.get(title) ?? 0) + 1]]));
  const columns = charts.runs.filter((run) => !charts.hidden.has(run.runId));
  const Layout = view.across ? RunsAsRows : RunsAsColumns;
  return (
    <>
      <TableToolbar view={view} onChange={onChange} agreeing={table.agreeing} />
      {table.sections.length === 0 ? (
        <EmptyState
          title={runs.length < 2 ? 'One run differs from nothing' : 'These runs agree in everything'}
        >
          Switch off “Only what differs” to see all parameters and metrics.
        </EmptyState>
      ) : found.sections.length === 0 ? (
        <EmptyState title="No row matches">
          None of the rows shown is called anything like “{view.search}”.
        </EmptyState>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
        <section className={classes['scroll']} tabIndex={0} aria-label="Runs side by side">
          <Layout sections={sections} runs={columns} step={step} onMore={more} />
        </section>
      )}
    </>
  );
}
