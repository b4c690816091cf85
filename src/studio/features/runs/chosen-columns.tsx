import { ActionIcon, Tooltip } from '@mantine/core';
import { IconGripVertical, IconPin, IconPinFilled, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './column-chooser.module.css';
import { columnId } from './column.model.ts';
import { columnLabel } from './column-label.model.ts';
import { layOutColumns } from './column-layout.model.ts';
import type { ColumnChoice } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';

interface ChosenColumnsProps {
  readonly choices: readonly ColumnChoice[];
  readonly pinned: readonly string[];
  readonly actions: ColumnActions;
}

/** The columns shown, in their order: dragged, or moved by Alt and the arrow keys. */
export function ChosenColumns({ choices, pinned, actions }: ChosenColumnsProps) {
  const [dragged, setDragged] = useState<number>();
  const { asked } = layOutColumns(choices, pinned);
  return (
    <ol className={classes['chosen']} aria-label="Columns shown, in order">
      {asked.map((column, position) => {
        const id = columnId(column);
        const label = columnLabel(column);
        const isPinned = pinned.includes(id);
        return (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its grip does the same by key
          <li
            key={id}
            className={classes['choice']}
            data-dragged={dragged === position}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(position);
            }}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              const moving = dragged === undefined ? undefined : asked[dragged];
              if (moving !== undefined) actions.move(moving, position);
            }}
          >
            <button
              type="button"
              className={classes['grip']}
              aria-label={`Move ${label}: Alt and up or down`}
              onKeyDown={(event) => {
                const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                if (step === undefined || !event.altKey) return;
                event.preventDefault();
                actions.move(column, position + step);
              }}
            >
              <IconGripVertical size={14} aria-hidden="true" />
            </button>
            <span className={classes['label']} title={label}>
              {label}
            </span>
            <Tooltip label={isPinned ? 'Do not keep in sight' : 'Keep in sight'}>
              <ActionIcon
                size={24}
                aria-label={`Keep ${label} in sight`}
                aria-pressed={isPinned}
                onClick={() => actions.pin(column, !isPinned)}
              >
                {isPinned ? <IconPinFilled size={14} /> : <IconPin size={14} />}
              </ActionIcon>
            </Tooltip>
            <ActionIcon size={24} aria-label={`Hide ${label}`} onClick={() => actions.show(column, false)}>
              <IconX size={14} />
            </ActionIcon>
          </li>
        );
      })}
    </ol>
  );
}
