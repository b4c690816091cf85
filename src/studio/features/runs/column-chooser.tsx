import { listRunFields } from '#contract/runs.ts';
import { Button, Popover, TextInput } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ChosenColumns } from './chosen-columns.tsx';
import classes from './column-chooser.module.css';
import { ColumnList } from './column-list.tsx';
import { columnLines } from './column-list.model.ts';
import { columnId } from './column.model.ts';
import type { ColumnChoice, RunsView } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

interface ColumnChooserProps {
  readonly workspace: string;
  readonly view: RunsView;
  /** The columns shown now, chosen or usual. */
  readonly choices: readonly ColumnChoice[];
  readonly actions: ColumnActions;
  readonly onChange: ChangeRunsView;
}

/** Which columns the table has: any metric, parameter and tag that a run carries. */
export function ColumnChooser(props: ColumnChooserProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus>
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

/** The most that the server lists of a kind. */
const listed = 2000;

function Choices({ workspace, view, choices, actions, onChange }: ColumnChooserProps) {
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
  const lines = useMemo(() => columnLines(data, wanted), [data, wanted]);
  const shown = useMemo(() => new Set(choices.map(({ column }) => columnId(column))), [choices]);
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
      {wanted === '' && <ChosenColumns choices={choices} pinned={view.pinned} actions={actions} />}
      <ColumnList lines={lines} shown={shown} onToggle={actions.show} />
      <div className={classes['foot']}>
        <span>{formatInteger(choices.length)} shown</span>
        {view.columns !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange((now) => ({ ...now, columns: undefined, pinned: [] }), 'refine')}
          >
            Back to the usual ones
          </Button>
        )}
      </div>
    </>
  );
}
