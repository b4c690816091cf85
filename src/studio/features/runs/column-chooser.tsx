import { listRunFields } from '#contract/runs.ts';
import { Button, Popover, TextInput } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './column-chooser.module.css';
import { type Column, columnId, columnLabel, ownColumns } from './column.model.ts';
import type { ColumnChoice, RunsView } from './runs-view.model.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

interface ColumnChooserProps {
  readonly workspace: string;
  readonly view: RunsView;
  /** The columns shown now, chosen or usual. */
  readonly choices: readonly ColumnChoice[];
  readonly onChange: ChangeRunsView;
}

/** Which columns the table has: any metric, parameter and tag that a run carries. */
export function ColumnChooser(props: ColumnChooserProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconColumns3 size={16} />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['panel']} aria-label="Columns">
        <Choices {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

const listed = 200;

function Choices({ workspace, view, choices, onChange }: ColumnChooserProps) {
  const [search, setSearch] = useState('');
  const { experiments } = view;
  const wanted = search.trim();
  const { data } = useOperation(
    listRunFields,
    {
      params: { workspace },
      query: {
        limit: listed,
        ...(wanted === '' ? {} : { search: wanted }),
        ...(experiments.length === 0 ? {} : { experiments: experiments.join(',') }),
      },
    },
    { keepPrevious: true },
  );
  const shown = new Set(choices.map(({ column }) => columnId(column)));
  const toggle = (column: Column): void => {
    const id = columnId(column);
    const next = shown.has(id)
      ? choices.filter((choice) => columnId(choice.column) !== id)
      : [...choices, { column }];
    onChange((now) => ({ ...now, columns: next }), 'refine');
  };
  const own = ownColumns.filter((name) => name !== 'name' && name.includes(wanted.toLowerCase()));
  const keyed = (kind: 'metrics' | 'params' | 'tags') =>
    (data?.[kind] ?? []).map(({ key, runs }) => ({ column: { kind, key } as const, runs }));
  const group = { shown, onToggle: toggle };
  return (
    <>
      <div className={classes['search']}>
        <TextInput
          aria-label="Search columns"
          placeholder="Search columns"
          value={search}
          data-autofocus
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <section className={classes['groups']} tabIndex={0} aria-label="Columns to choose from">
        <Group {...group} title="Run" columns={own.map((name) => ({ column: { kind: 'own', name } }))} />
        <Group {...group} title="Metrics" columns={keyed('metrics')} total={data?.totals.metrics} />
        <Group {...group} title="Parameters" columns={keyed('params')} total={data?.totals.params} />
        <Group {...group} title="Tags" columns={keyed('tags')} total={data?.totals.tags} />
      </section>
      <div className={classes['foot']}>
        <span>{formatInteger(choices.length)} shown</span>
        {view.columns !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange((now) => ({ ...now, columns: undefined }), 'refine')}
          >
            Back to the usual ones
          </Button>
        )}
      </div>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly columns: readonly { readonly column: Column; readonly runs?: number }[];
  /** How many there are in all, where not all are listed. */
  readonly total?: number | undefined;
  readonly shown: ReadonlySet<string>;
  readonly onToggle: (column: Column) => void;
}

function Group({ title, columns, total = columns.length, shown, onToggle }: GroupProps) {
  if (columns.length === 0) return null;
  return (
    <fieldset className={classes['group']}>
      <legend>
        {title}{' '}
        <span className={classes['count']}>
          {total > columns.length
            ? `${formatInteger(columns.length)} of ${formatInteger(total)}, those most used`
            : formatInteger(total)}
        </span>
      </legend>
      {columns.map(({ column, runs }) => (
        <label key={columnId(column)} className={classes['item']}>
          <input type="checkbox" checked={shown.has(columnId(column))} onChange={() => onToggle(column)} />
          <span className={classes['label']} title={columnLabel(column)}>
            {columnLabel(column)}
          </span>
          {runs !== undefined && (
            <span className={classes['count']} title="Runs that have it">
              {formatInteger(runs)}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
