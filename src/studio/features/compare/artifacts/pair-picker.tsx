import { Select } from '@mantine/core';
import type { ChartRun } from '#studio/charts/chart-run.ts';
import { Swatch } from '#studio/charts/swatch.tsx';
import type { ChangeCompareView } from '../use-compare-view.ts';
import type { RunPair } from './run-pair.model.ts';
import classes from './files.module.css';

interface PairPickerProps {
  readonly pair: RunPair;
  readonly runs: readonly ChartRun[];
  readonly onChange: ChangeCompareView;
}

/** Which two runs are looked at where only two fit: the baseline and one other. */
export function PairPicker({ pair, runs, onChange }: PairPickerProps) {
  const others = runs.filter((run) => run.runId !== pair.before.runId);
  return (
    <div className={classes['pair']}>
      <span className={classes['pair-side']}>
        <Swatch mark={pair.before.mark} />
        {pair.before.name}
      </span>
      <span className={classes['pair-side']} aria-hidden="true">
        →
      </span>
      <Select
        size="xs"
        aria-label="Compare with"
        data={others.map((run) => ({ value: run.runId, label: run.name }))}
        searchable={others.length > 8}
        limit={500}
        allowDeselect={false}
        leftSection={<Swatch mark={pair.after.mark} />}
        value={pair.after.runId}
        onChange={(runId) => onChange((now) => ({ ...now, other: runId ?? undefined }))}
      />
    </div>
  );
}
