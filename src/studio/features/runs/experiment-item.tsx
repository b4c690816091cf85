import {
  deleteExperiment,
  type Experiment,
  listExperiments,
  restoreExperiment,
  updateExperiment,
} from '#contract/experiments.ts';
import { searchRuns } from '#contract/runs.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconRestore, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { toast } from '#studio/ui/toast.store.ts';
import classes from './experiments.module.css';
import { NameField } from '#studio/ui/name-field.tsx';

interface ExperimentItemProps {
  readonly workspace: string;
  readonly experiment: Experiment;
  readonly chosen: boolean;
  readonly onToggle: () => void;
  /** Shows its runs alone. */
  readonly onOnly: () => void;
}

export function ExperimentItem({ workspace, experiment, chosen, onToggle, onOnly }: ExperimentItemProps) {
  const [renaming, setRenaming] = useState(false);
  const params = { workspace, experimentId: experiment.experimentId };
  const update = useOperationMutation(updateExperiment, [listExperiments, searchRuns]);
  const move = useMove(params, experiment.name);
  const { name, runs, lastRunAtMs } = experiment;
  return (
    <li className={classes['item']} data-chosen={chosen}>
      <label className={classes['box']}>
        <input type="checkbox" checked={chosen} onChange={onToggle} aria-label={`Show runs of ${name}`} />
      </label>
      {renaming ? (
        <NameField
          label="Name of the experiment"
          value={name}
          onCancel={() => setRenaming(false)}
          onSave={async (next) => {
            await update.mutateAsync({ params, body: { name: next } });
            setRenaming(false);
          }}
        />
      ) : (
        <button
          type="button"
          className={classes['name']}
          title={`Show only the runs of ${name}`}
          onClick={onOnly}
        >
          <span className={classes['name-text']}>{name}</span>
          <span className={classes['facts']}>
            {formatInteger(runs)} {runs === 1 ? 'run' : 'runs'}
            {lastRunAtMs !== null && (
              <>
                {' · '}
                <RelativeTime atMs={lastRunAtMs} />
              </>
            )}
          </span>
        </button>
      )}
      {!renaming && (
        <span className={classes['actions']}>
          {experiment.lifecycle === 'active' ? (
            <>
              <Tooltip label="Rename">
                <ActionIcon size={28} aria-label={`Rename ${name}`} onClick={() => setRenaming(true)}>
                  <IconPencil size={15} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label="Move to the trash, with its runs">
                <ActionIcon size={28} aria-label={`Delete ${name}`} onClick={() => move('delete', true)}>
                  <IconTrash size={15} />
                </ActionIcon>
              </Tooltip>
            </>
          ) : (
            <Tooltip label="Restore, with its runs">
              <ActionIcon size={28} aria-label={`Restore ${name}`} onClick={() => move('restore', true)}>
                <IconRestore size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      )}
    </li>
  );
}

/** Into the trash and back, with an undo for both. */
function useMove(params: { readonly workspace: string; readonly experimentId: string }, name: string) {
  const refreshes = [listExperiments, searchRuns];
  const remove = useOperationMutation(deleteExperiment, refreshes);
  const restore = useOperationMutation(restoreExperiment, refreshes);
  return function move(kind: 'delete' | 'restore', offersUndo: boolean): void {
    const operation = kind === 'delete' ? remove : restore;
    operation.mutateAsync({ params }).then(
      () =>
        toast({
          message: kind === 'delete' ? `Moved ${name} and its runs to the trash.` : `Restored ${name}.`,
          ...(offersUndo ? { undo: () => move(kind === 'delete' ? 'restore' : 'delete', false) } : {}),
        }),
      (error: unknown) => toast({ kind: 'failed', message: describeError(error) }),
    );
  };
}
