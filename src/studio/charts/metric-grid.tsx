import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import type { ChartRun } from './chart-run.ts';
import { ChartToolbar } from './chart-toolbar.tsx';
import type { MetricCardProps } from './metric-card-props.ts';
import { MetricCard } from './metric-card.tsx';
import classes from './metric-grid.module.css';
import { type MetricSection, toSections } from './metric-sections.model.ts';
import { useChartView } from './use-chart-view.ts';

interface MetricGridProps {
  readonly workspace: string;
  /** All runs of the page, with the colours that `toChartRuns` gives. */
  readonly runs: readonly ChartRun[];
  /** Keys of the metrics that any of the runs has. */
  readonly metrics: readonly string[];
  /** Ids of runs that are not to be drawn just now; absent: all are. */
  readonly hidden?: ReadonlySet<string>;
  /** Said when there is no metric at all: how they come to be here. */
  readonly empty?: ReactNode;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * The metrics of some runs as charts, in sections by prefix. Only what is near the screen asks and draws. How they are
 * looked at is in the address. Needs a `<CrosshairProvider>` above.
 */
export function MetricGrid({ workspace, runs, metrics, hidden = nothing, empty }: MetricGridProps) {
  const [stored, change] = useChartView();
  const [draft, setDraft] = useState<{ readonly from: number; readonly smooth: number }>();
  // The slider's draft counts until the address has taken it over.
  const smooth = draft !== undefined && draft.from === stored.smooth ? draft.smooth : stored.smooth;
  const view = useMemo(() => ({ ...stored, smooth }), [stored, smooth]);
  const sections = useMemo(() => toSections(metrics, view.search), [metrics, view.search]);
  const found = sections.reduce((sum, section) => sum + section.keys.length, 0);
  if (metrics.length === 0) return <EmptyState title="No metrics yet">{empty}</EmptyState>;
  const shared = { workspace, runs, hidden, view, onChange: change };
  return (
    <div className={classes['grid']}>
      <ChartToolbar
        view={view}
        onChange={change}
        onSmooth={(value) => setDraft({ from: stored.smooth, smooth: value })}
        found={found}
        total={metrics.length}
      />
      {view.full !== undefined && metrics.includes(view.full) ? (
        <MetricCard {...shared} metric={view.full} />
      ) : (
        sections.map((section) => (
          <Section key={section.prefix} section={section} only={sections.length === 1} {...shared} />
        ))
      )}
      {found === 0 && (
        <EmptyState title="No metric matches">
          None of the {metrics.length} metrics contains “{view.search}”.
        </EmptyState>
      )}
    </div>
  );
}

interface SectionProps extends Omit<MetricCardProps, 'metric'> {
  readonly section: MetricSection;
  /** The only one needs no heading. */
  readonly only: boolean;
}

function Section({ section, only, ...shared }: SectionProps) {
  const { view, onChange } = shared;
  const { prefix, keys } = section;
  const open = !view.closed.includes(prefix) || view.search !== '';
  const toggle = (): void =>
    onChange(
      { closed: open ? [...view.closed, prefix] : view.closed.filter((each) => each !== prefix) },
      'refine',
    );
  return (
    <section aria-label={prefix === '' ? 'General' : prefix}>
      {only ? (
        <h2 className="visually-hidden">Metrics</h2>
      ) : (
        <h2 className={classes['section']}>
          <button type="button" aria-expanded={open} onClick={toggle}>
            {open ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
            {prefix === '' ? 'General' : prefix}
            <span className={classes['section-count']}>{keys.length}</span>
          </button>
        </h2>
      )}
      {open && (
        <div className={classes['cards']} data-columns={view.columns}>
          {keys.map((metric) => (
            <MetricCard key={metric} metric={metric} {...shared} />
          ))}
        </div>
      )}
    </section>
  );
}
