import type { ComparedRun } from '#contract/runs.ts';
import { useMemo } from 'react';
import { shownRuns, toCompareCharts } from './compare.chart.ts';
import { CompareContent } from './compare-content.tsx';
import classes from './compare-page.module.css';
import { compareTabLabels } from './compare-tab-labels.model.ts';
import type { CompareView } from './compare-view.model.ts';
import { RunList } from './runs/run-list.tsx';
import { useRunSelection } from './runs/use-run-selection.ts';
import type { ComparedRuns } from './use-compared-runs.ts';
import type { ChangeCompareView } from './use-compare-view.ts';

interface CompareBodyProps {
  readonly workspace: string;
  readonly compared: ComparedRuns & { readonly runs: readonly ComparedRun[] };
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

/** The list of runs, and the part of the comparison that the address names. */
export function CompareBody({ workspace, compared, view, onChange }: CompareBodyProps) {
  const { runs, baseline, counts } = compared;
  const charts = useMemo(() => toCompareCharts(runs, baseline, view.hidden), [runs, baseline, view.hidden]);
  const ids = useMemo(() => runs.map((run) => run.runId), [runs]);
  const selection = useRunSelection(ids);
  const shown = useMemo(() => shownRuns(runs, charts.hidden), [runs, charts.hidden]);
  const marked = useMemo(() => shownRuns(charts.runs, charts.hidden), [charts]);
  return (
    <div className={classes['columns']}>
      <RunList
        workspace={workspace}
        runs={runs}
        charts={charts}
        baseline={baseline}
        counts={counts}
        selection={selection}
        onChange={onChange}
      />
      <div
        id="compare-tab"
        role="tabpanel"
        aria-label={compareTabLabels[view.tab]}
        className={classes['content']}
      >
        <h2 className="visually-hidden">{compareTabLabels[view.tab]}</h2>
        <CompareContent
          workspace={workspace}
          runs={shown}
          marked={marked}
          all={runs}
          onSelect={selection.set}
          baseline={baseline}
          charts={charts}
          view={view}
          onChange={onChange}
        />
      </div>
    </div>
  );
}
