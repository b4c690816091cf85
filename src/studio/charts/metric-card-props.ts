import type { ChartRun } from './chart-run.ts';
import type { ChartView } from './chart-view.model.ts';
import type { ChangeChartView } from './use-chart-view.ts';

export interface MetricCardProps {
  readonly workspace: string;
  readonly metric: string;
  readonly runs: readonly ChartRun[];
  /** Ids of runs not to draw. */
  readonly hidden: ReadonlySet<string>;
  readonly view: ChartView;
  readonly onChange: ChangeChartView;
}

/** The map without one of its keys. */
export function withoutKey<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  return new Map([...map].filter(([each]) => each !== key));
}
