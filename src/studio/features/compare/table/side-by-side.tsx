import { useMemo, useState } from 'react';
import type { ChartRun } from '#studio/charts/chart-run.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import type { CompareView } from '../compare-view.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import type { CompareTable } from './compare-row.model.ts';
import classes from './compare-table.module.css';
import { CopyMenu } from './copy-menu.tsx';
import { RunsAsColumns } from './runs-as-columns.tsx';
import { RunsAsRows } from './runs-as-rows.tsx';
import { TableToolbar, type TableToolbarProps } from './table-toolbar.tsx';
import { cutSections, findRows, portionRows } from './table-portions.model.ts';
import { useCellCursor } from './use-cell-cursor.ts';

interface SideBySideProps {
  readonly table: CompareTable;
  /** In the order of the cells. */
  readonly runs: readonly ChartRun[];
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
  /** Keys of metrics that rows can be ordered by and values chosen of; none: the table has no metrics. */
  readonly metrics?: TableToolbarProps['metrics'];
}

const noMetrics: readonly string[] = [];

/** Rows of values, one a run, at first only where the runs differ. */
export function SideBySide({ table, runs, view, onChange, metrics = noMetrics }: SideBySideProps) {
  const found = useMemo(() => findRows(table, view.search), [table, view.search]);
  const [asked, setAsked] = useState<ReadonlyMap<string, number>>(new Map());
  const step = portionRows(runs.length);
  const sections = useMemo(() => cutSections(found.sections, step, asked), [found, step, asked]);
  const { onKeyDown, copied } = useCellCursor();
  const more = (title: string): void =>
    setAsked((before) => new Map([...before, [title, (before.get(title) ?? 0) + 1]]));
  const Layout = view.across ? RunsAsRows : RunsAsColumns;
  return (
    <>
      <TableToolbar view={view} onChange={onChange} table={table} metrics={metrics}>
        <CopyMenu sections={found.sections} runs={runs} />
      </TableToolbar>
      {table.sections.length === 0 ? (
        <Agreement runs={runs.length} lacking={table.lacking} />
      ) : found.sections.length === 0 ? (
        <EmptyState title="No row matches">
          None of the rows shown is called anything like “{view.search}”.
        </EmptyState>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between the cells, which hold the focus
        <section
          className={classes['scroll']}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
          tabIndex={0}
          aria-label="Runs side by side"
          onKeyDown={onKeyDown}
        >
          <Layout sections={sections} runs={runs} step={step} onMore={more} />
        </section>
      )}
      <output className="visually-hidden">{copied && 'Copied'}</output>
    </>
  );
}

function Agreement({ runs, lacking }: { readonly runs: number; readonly lacking: number }) {
  if (runs < 2) {
    return (
      <EmptyState title="One run differs from nothing">
        Switch off “Only what differs” to see all of it, or show another run.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="These runs agree in everything they have in common">
      {lacking > 0 && 'Switch on “Count not logged” to see what only some of them logged. '}
      Switch off “Only what differs” to see all rows.
    </EmptyState>
  );
}
