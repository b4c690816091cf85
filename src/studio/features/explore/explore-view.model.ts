import { runIdSchema } from '#contract/runs.ts';
import {
  mostOverCharts,
  type OverChart,
  parseOverChart,
  printOverChart,
} from '#studio/charts/over-runs/over-chart.model.ts';

/** Which runs, and which charts over them; all of it is in the address. */
export interface ExploreView {
  /** Ids; none: all of the workspace. */
  readonly experiments: readonly string[];
  readonly filter: string;
  /** Just these runs; absent: those that the filter finds. */
  readonly runs: readonly string[] | undefined;
  readonly baseline: string | undefined;
  /** Absent: what suits these runs. */
  readonly charts: readonly OverChart[] | undefined;
}

const owned = ['experiments', 'filter', 'runs', 'baseline', 'chart'] as const;
/** Stands for "no chart at all", which an address without charts does not say. */
const noChart = 'none';

export function parseExploreView(search: URLSearchParams): ExploreView {
  const runs = splitList(search.get('runs')).filter((id) => runIdSchema.safeParse(id).success);
  const baseline = runIdSchema.safeParse(search.get('baseline'));
  return {
    experiments: splitList(search.get('experiments')).filter((id) => /^\d{1,18}$/.test(id)),
    filter: search.get('filter') ?? '',
    runs: runs.length === 0 ? undefined : runs,
    baseline: baseline.success ? baseline.data : undefined,
    charts: search.has('chart')
      ? search
          .getAll('chart')
          .flatMap((text) => parseOverChart(text) ?? [])
          .slice(0, mostOverCharts)
      : undefined,
  };
}

/** The address with this view; whatever else stands there stays. */
export function writeExploreView(search: URLSearchParams, view: ExploreView): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of owned) next.delete(name);
  if (view.experiments.length > 0) next.set('experiments', view.experiments.join(','));
  if (view.filter !== '') next.set('filter', view.filter);
  if (view.runs !== undefined) next.set('runs', view.runs.join(','));
  if (view.baseline !== undefined) next.set('baseline', view.baseline);
  for (const chart of view.charts ?? []) next.append('chart', printOverChart(chart));
  if (view.charts?.length === 0) next.set('chart', noChart);
  return next;
}

function splitList(text: string | null): readonly string[] {
  return [...new Set((text ?? '').split(',').filter((each) => each !== ''))];
}
