import type { ComparedRun } from '#contract/runs.ts';
import { MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { useMemo } from 'react';
import { flattenConfig } from '#domain/diff/flatten-config.ts';
import { DirectionControl } from '#studio/metric/direction-control.tsx';
import type { CompareView, MetricChoice } from '../compare-view.model.ts';
import { useCompareDirections } from '../table/directions-context.ts';
import { unionOf } from '../table/union.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import classes from './groups.module.css';

interface GroupsToolbarProps {
  readonly runs: readonly ComparedRun[];
  readonly metrics: readonly string[];
  readonly metric: string;
  readonly choice: Exclude<MetricChoice, object>;
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

const choices = [
  { value: 'last', label: 'Last' },
  { value: 'best', label: 'Best' },
  { value: 'min', label: 'Min' },
  { value: 'max', label: 'Max' },
] as const;

/** By what runs are put in groups, and what the groups are compared by. */
export function GroupsToolbar({ runs, metrics, metric, choice, view, onChange }: GroupsToolbarProps) {
  const { directions, onSet } = useCompareDirections();
  const keys = useMemo(() => unionOf(runs.map((run) => [...flattenConfig(run.params).keys()])), [runs]);
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label="Groups">
      <div className={classes['metric']}>
        <Select
          size="xs"
          label="Compare by"
          data={[...metrics]}
          searchable
          limit={100}
          allowDeselect={false}
          value={metric}
          onChange={(key) => onChange((now) => ({ ...now, metric: key ?? undefined }))}
        />
        <DirectionControl metric={metric} directions={directions} onSet={onSet} />
      </div>
      <SegmentedControl
        aria-label="Metric value"
        data={[...choices]}
        value={choice}
        onChange={(value: Exclude<MetricChoice, object>) => onChange((now) => ({ ...now, value }))}
      />
      <MultiSelect
        size="xs"
        className={classes['by'] ?? ''}
        label="Group by"
        placeholder={view.by === undefined ? 'All parameters except seeds' : ''}
        data={[...keys]}
        searchable
        clearable
        limit={100}
        value={[...(view.by ?? [])]}
        onChange={(by) => onChange((now) => ({ ...now, by: by.length === 0 ? undefined : by }))}
      />
    </div>
  );
}
