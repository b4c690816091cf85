import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './compare-table.module.css';
import type { CompareView, MetricChoice } from './compare-view.model.ts';
import type { ChangeCompareView } from './use-compare-view.ts';

interface TableToolbarProps {
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
  /** Rows left out because all runs agree. */
  readonly agreeing: number;
}

const choices: { value: MetricChoice; label: string }[] = [
  { value: 'last', label: 'Last' },
  { value: 'min', label: 'Least' },
  { value: 'max', label: 'Greatest' },
];

/** What is in the table, and how it is laid out. */
export function TableToolbar({ view, onChange, agreeing }: TableToolbarProps) {
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label="Table">
      <TextInput
        size="xs"
        aria-label="Search rows"
        placeholder="Search rows"
        leftSection={<IconSearch size={14} />}
        value={view.search}
        onChange={(event) => {
          const search = event.currentTarget.value;
          onChange((now) => ({ ...now, search }), 'refine');
        }}
      />
      <Switch
        label="Only what differs"
        checked={!view.all}
        onChange={() => onChange((now) => ({ ...now, all: !now.all }))}
      />
      <Switch
        label="Runs as rows"
        checked={view.across}
        onChange={() => onChange((now) => ({ ...now, across: !now.across }))}
      />
      <div className={classes['choice']}>
        <span aria-hidden="true">Metric value</span>
        <SegmentedControl
          aria-label="Metric value"
          data={choices}
          value={view.value}
          onChange={(value: MetricChoice) => onChange((now) => ({ ...now, value }))}
        />
      </div>
      {agreeing > 0 && (
        <span className={classes['agreeing']}>
          {formatInteger(agreeing)} {agreeing === 1 ? 'row' : 'rows'} in which all agree not shown
        </span>
      )}
    </div>
  );
}
