import { EmptyState } from '#studio/ui/empty-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { type ReactNode, useMemo, useState } from 'react';
import type { ChartGroup } from './chart-group.ts';
import type { ChartRun } from './chart-run.ts';
import { CardField } from './grid/card-field.tsx';
import { ChartToolbar } from './grid/chart-toolbar.tsx';
import type { ChartView } from './grid/chart-view.model.ts';
import { MetricCard } from './grid/metric-card.tsx';
import classes from './grid/metric-grid.module.css';
import { toSections } from './grid/metric-sections.model.ts';
import { useChartNotes } from './grid/use-chart-notes.ts';
import { useChartView } from './grid/use-chart-view.ts';
import { useHeldOrder } from './grid/use-held-order.ts';

interface MetricGridProps {
  readonly workspace: string;
  /** All runs of the page, with the colours that `toChartRuns` gives. */
  readonly runs: readonly ChartRun[];
  /** Keys of the metrics that any of the runs has, in the order of their charts (`orderMetrics`). */
  readonly metrics: readonly string[];
  /** Ids of runs that are not to be drawn just now; absent: all are. */
  readonly hidden?: ReadonlySet<string>;
  /** What the runs can be put together to; absent: they are drawn one by one. */
  readonly groups?: readonly ChartGroup[];
  /** Said when there is no metric at all: how they come to be here. */
  readonly empty?: ReactNode;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * The metrics of some runs as charts, in sections by prefix, to be moved, sized, pinned and searched. Only those in
 * sight are there, ask and draw. How they are looked at is in the address. Needs a `<CrosshairProvider>` above.
 */
export function MetricGrid(props: MetricGridProps) {
  const { workspace, runs, metrics, hidden = nothing, groups, empty } = props;
  const [stored, change] = useChartView();
  const [draft, setDraft] = useState<{
    readonly from: ChartView;
    readonly smoothing: ChartView['smoothing'];
  }>();
  // The slider's draft counts until the address has taken it over.
  const smoothing = draft?.from === stored ? draft.smoothing : stored.smoothing;
  const view = useMemo(() => ({ ...stored, smoothing }), [stored, smoothing]);
  const order = useHeldOrder(metrics);
  const notes = useChartNotes(workspace, runs, order);
  const { search, pins, moves } = stored;
  const sections = useMemo(() => toSections(order, { search, pins, moves }), [order, search, pins, moves]);
  const found = sections.reduce((sum, section) => sum + section.keys.length, 0);
  if (metrics.length === 0) return <EmptyState title="No metrics yet">{empty}</EmptyState>;
  const shared = { workspace, runs, groups, notes, hidden, view, asked: stored.smoothing, onChange: change };
  return (
    <div className={classes['grid']}>
      {(sections.length < 2 || view.full !== undefined) && <h2 className="visually-hidden">Metrics</h2>}
      <ChartToolbar
        view={view}
        onChange={change}
        onSmooth={(wanted) => setDraft({ from: stored, smoothing: wanted })}
        metrics={order}
        grouped={groups !== undefined}
        found={found}
        total={metrics.length}
      />
      {view.full !== undefined && metrics.includes(view.full) ? (
        <MetricCard {...shared} metric={view.full} fast={false} columnWidth={0} />
      ) : (
        <CardField {...shared} sections={sections} />
      )}
      {found === 0 && (
        <EmptyState title="No metric matches">
          None of the {formatInteger(metrics.length)} metrics contains “{view.search}”.
        </EmptyState>
      )}
    </div>
  );
}
