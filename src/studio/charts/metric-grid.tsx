import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatInteger } from '../ui/number.model.ts';
import { ShowMore } from '../ui/show-more.tsx';
import type { ChartRun } from './chart-run.ts';
import { ChartToolbar } from './chart-toolbar.tsx';
import type { MetricCardProps } from './metric-card-props.ts';
import { MetricCard } from './metric-card.tsx';
import classes from './metric-grid.module.css';
import { toSections } from './metric-sections.model.ts';
import { dealOut, moreCharts, moreSections, type SectionPortion } from './section-portions.model.ts';
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

const nothingAsked = { charts: new Map<string, number>(), sections: 0 };
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
  const [asked, setAsked] = useState(nothingAsked);
  const portions = useMemo(() => dealOut(sections, asked), [sections, asked]);
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
        <>
          {portions.map((section) => (
            <Section
              key={section.prefix}
              section={section}
              only={sections.length === 1}
              onMore={() => setAsked((before) => askForCharts(before, section.prefix))}
              {...shared}
            />
          ))}
          <ShowMore
            shown={portions.length}
            total={sections.length}
            what="sections"
            step={moreSections}
            onMore={() => setAsked((before) => ({ ...before, sections: before.sections + moreSections }))}
          />
        </>
      )}
      {found === 0 && (
        <EmptyState title="No metric matches">
          None of the {formatInteger(metrics.length)} metrics contains “{view.search}”.
        </EmptyState>
      )}
    </div>
  );
}

function askForCharts(before: typeof nothingAsked, prefix: string): typeof nothingAsked {
  const more = (before.charts.get(prefix) ?? 0) + moreCharts;
  return { ...before, charts: new Map([...before.charts, [prefix, more]]) };
}

interface SectionProps extends Omit<MetricCardProps, 'metric'> {
  readonly section: SectionPortion;
  /** The only one needs no heading. */
  readonly only: boolean;
  readonly onMore: () => void;
}

function Section({ section, only, onMore, ...shared }: SectionProps) {
  const { view, onChange } = shared;
  const { prefix, keys, shown } = section;
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
            <span className={classes['section-count']}>{formatInteger(keys.length)}</span>
          </button>
        </h2>
      )}
      {open && (
        <>
          <div className={classes['cards']} data-columns={view.columns}>
            {shown.map((metric) => (
              <MetricCard key={metric} metric={metric} {...shared} />
            ))}
          </div>
          <ShowMore
            shown={shown.length}
            total={keys.length}
            what={prefix === '' ? 'charts' : `charts of ${prefix}`}
            step={moreCharts}
            onMore={onMore}
          />
        </>
      )}
    </section>
  );
}
