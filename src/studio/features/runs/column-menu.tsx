import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChartLine,
  IconDotsVertical,
  IconEyeOff,
  IconPin,
  IconPinnedOff,
  IconStack2,
} from '@tabler/icons-react';
import { useState } from 'react';
import { type Column, isSortable } from './column.model.ts';
import { columnLabel } from './column-label.model.ts';
import type { PlacedColumn } from './column-layout.model.ts';
import classes from './grid-header.module.css';
import type { SortTerm } from './runs-view.model.ts';
import { SummaryItems } from './summary-items.tsx';
import type { ColumnActions } from './use-column-actions.ts';

interface ColumnMenuProps {
  readonly placed: PlacedColumn;
  readonly sort: readonly SortTerm[];
  readonly actions: ColumnActions;
}

/** What can be done with a column, for keys and fingers as for the pointer. */
export function ColumnMenu(props: ColumnMenuProps) {
  const [open, setOpen] = useState(false);
  const label = columnLabel(props.placed.column);
  return (
    <Menu opened={open} onChange={setOpen} position="bottom-end" width={220} trapFocus returnFocus>
      <Menu.Target>
        <ActionIcon size={24} className={classes['menu'] ?? ''} aria-label={`Column ${label}`}>
          <IconDotsVertical size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{open && <Items {...props} />}</Menu.Dropdown>
    </Menu>
  );
}

function Items({ placed, sort, actions }: ColumnMenuProps) {
  const { column } = placed;
  const sortBy = (descending: boolean): void => actions.setSort([{ column, descending }]);
  return (
    <>
      {isSortable(column) && (
        <>
          <Menu.Item leftSection={<IconArrowUp size={14} />} onClick={() => sortBy(false)}>
            Sort, least first
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={14} />} onClick={() => sortBy(true)}>
            Sort, greatest first
          </Menu.Item>
          {sort.length > 0 && (
            <Menu.Item
              leftSection={<IconStack2 size={14} />}
              onClick={() => actions.toggleSort(column, true)}
            >
              Sort further by it
            </Menu.Item>
          )}
          <Menu.Divider />
        </>
      )}
      {column.kind === 'metrics' && (
        <>
          <SummaryItems column={column} onPick={(next) => actions.replace(column, next)} />
          <Menu.Item
            leftSection={<IconChartLine size={14} />}
            onClick={() => actions.addBehind(column, { kind: 'spark', key: column.key })}
          >
            Add its course
          </Menu.Item>
          <Menu.Divider />
        </>
      )}
      {canGroup(column) && (
        <Menu.Item leftSection={<IconStack2 size={14} />} onClick={() => actions.groupBy(column)}>
          Group by it
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={placed.pinned ? <IconPinnedOff size={14} /> : <IconPin size={14} />}
        onClick={() => actions.pin(column, !placed.pinned)}
      >
        {placed.pinned ? 'Do not keep in sight' : 'Keep in sight'}
      </Menu.Item>
      <Menu.Item leftSection={<IconEyeOff size={14} />} onClick={() => actions.show(column, false)}>
        Hide
      </Menu.Item>
    </>
  );
}

/** What runs have in common: not what was measured, nor when. */
function canGroup(column: Column): boolean {
  if (column.kind === 'own') return ['status', 'experiment', 'user'].includes(column.name);
  return column.kind === 'params' || column.kind === 'tags';
}
