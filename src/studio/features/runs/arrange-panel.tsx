import { ActionIcon, Button, Popover, Select } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './arrange-panel.module.css';
import { type Column, columnId, isSortable, ownColumns } from './column.model.ts';
import { columnLabel } from './column-label.model.ts';
import { GroupPart } from './group-part.tsx';
import { RowsPart } from './rows-part.tsx';
import type { ColumnChoice, RunsView, SortTerm } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

interface ArrangePanelProps {
  readonly workspace: string;
  readonly view: RunsView;
  readonly choices: readonly ColumnChoice[];
  readonly actions: ColumnActions;
  readonly onChange: ChangeRunsView;
}

/** How rows are ordered and set, for fingers and keys as for the pointer: headings are not in reach everywhere. */
export function ArrangePanel(props: ArrangePanelProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Arrange
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Order, groups and rows" className={classes['panel']}>
        <SortTerms {...props} />
        <GroupPart {...props} />
        <RowsPart {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function SortTerms({ view, choices, actions }: ArrangePanelProps) {
  const { sort } = view;
  const taken = new Set(sort.map(({ column }) => columnId(column)));
  const own = ownColumns.map((name): Column => ({ kind: 'own', name }));
  const candidates = [
    ...new Map(
      [...choices.map(({ column }) => column), ...own].map((each) => [columnId(each), each]),
    ).values(),
  ];
  const offered = candidates.filter((column) => isSortable(column) && !taken.has(columnId(column)));
  const replace = (at: number, term: SortTerm): void => actions.setSort(sort.with(at, term));
  return (
    <section className={classes['part']} aria-label="Order">
      {/* Where the focus begins: in the field itself, its list would open over all else. */}
      <h3 tabIndex={-1} data-autofocus>
        Sort by
      </h3>
      {sort.length === 0 && <p>Newest first.</p>}
      <ol className={classes['terms']}>
        {sort.map((term, at) => {
          const label = columnLabel(term.column);
          return (
            <li key={columnId(term.column)} className={classes['term']}>
              <span className={classes['label']}>{label}</span>
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={term.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />}
                onClick={() => replace(at, { ...term, descending: !term.descending })}
              >
                {term.descending ? 'Greatest first' : 'Least first'}
              </Button>
              <ActionIcon
                size={28}
                aria-label={`Do not sort by ${label}`}
                onClick={() => actions.setSort(sort.toSpliced(at, 1))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
      <Select
        aria-label={sort.length === 0 ? 'Sort by' : 'Then by'}
        placeholder={sort.length === 0 ? 'Choose a column' : 'Then by …'}
        searchable
        value={null}
        data={offered.map((column) => ({ value: columnId(column), label: columnLabel(column) }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => {
          const column = offered.find((each) => columnId(each) === id);
          if (column !== undefined) actions.toggleSort(column, true);
        }}
      />
    </section>
  );
}
