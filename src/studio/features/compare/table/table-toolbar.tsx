import { Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import type { CompareView } from '../compare-view.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import type { CompareTable } from './compare-row.model.ts';
import classes from './compare-table.module.css';
import { OrderChoice } from './order-choice.tsx';
import { ValueChoice } from './value-choice.tsx';

export interface TableToolbarProps {
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
  readonly table: CompareTable;
  /** Keys of metrics; none: the table has none. */
  readonly metrics: readonly string[];
  /** What else stands at its end. */
  readonly children?: ReactNode;
}

/** What is in the table, and how it is laid out. */
export function TableToolbar({ view, onChange, table, metrics, children }: TableToolbarProps) {
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
        label="Count not logged"
        checked={view.absent}
        disabled={view.all}
        onChange={() => onChange((now) => ({ ...now, absent: !now.absent }))}
      />
      <Switch
        label="Runs as rows"
        checked={view.across}
        onChange={() => onChange((now) => ({ ...now, across: !now.across }))}
      />
      {metrics.length > 0 && <ValueChoice view={view} onChange={onChange} />}
      <OrderChoice view={view} onChange={onChange} metrics={metrics} />
      {children}
      <span className={classes['agreeing']}>{describeLeft(table)}</span>
    </div>
  );
}

/** What is not in the table, so that nothing is left out in silence. */
function describeLeft({ agreeing, lacking }: CompareTable): string {
  const rows = (count: number): string => `${formatInteger(count)} ${count === 1 ? 'row' : 'rows'}`;
  const parts = [
    agreeing > 0 ? `${rows(agreeing)} in which all agree` : '',
    lacking > 0 ? `${rows(lacking)} that only some runs logged` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Not shown: ${parts.join(', ')}`;
}
