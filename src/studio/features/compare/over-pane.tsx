import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { OverRuns } from '#studio/charts/over-runs/over-runs.tsx';
import { keepOnly } from './compare-selection.model.ts';
import type { ComparePaneProps } from './compare-pane-props.ts';

interface OverPaneProps extends ComparePaneProps {
  /** Runs were chosen in a chart: what to do with them is asked in the list of runs. */
  readonly onSelect: (runIds: readonly string[]) => void;
}

/** Charts with a mark for each of the runs shown: what goes with which results. */
export function OverPane({ workspace, runs, baseline, view, onChange, onSelect }: OverPaneProps) {
  const navigate = useNavigate();
  const question = useMemo(
    () => ({
      workspace,
      runIds: runs.map((run) => run.runId),
      experimentIds: [],
      filter: '',
      baselineId: baseline,
    }),
    [workspace, runs, baseline],
  );
  return (
    <OverRuns
      question={question}
      charts={view.over}
      onCharts={(over) => onChange((now) => ({ ...now, over }))}
      onOpen={(runId) => void navigate(url.run(workspace, runId))}
      onKeep={(runIds) => onChange((now) => keepOnly(now, runIds))}
      onSelect={onSelect}
    />
  );
}
