import { getRun, type RunDetails, searchRuns, updateRun } from '#contract/runs.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useBaseline } from '#studio/baseline/use-baselines.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import { NameField } from '#studio/ui/name-field.tsx';
import { RunDot } from '#studio/ui/run-dot.tsx';
import classes from './run-page.module.css';

/** Beside the name: the run's colour, how it stands, and the way to another name. */
export function RunTitle({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const [renaming, setRenaming] = useState(false);
  const baseline = useBaseline(workspace, run.experimentId);
  const update = useOperationMutation(updateRun, [getRun, searchRuns]);
  if (renaming) {
    return (
      <NameField
        label="Name of the run"
        className={classes['rename'] ?? ''}
        value={run.name}
        onCancel={() => setRenaming(false)}
        onSave={async (name) => {
          await update.mutateAsync({ params: { workspace, runId: run.runId }, body: { name } });
          setRenaming(false);
        }}
      />
    );
  }
  return (
    <span className={classes['beside-title']}>
      {run.lifecycle === 'active' && (
        <Tooltip label="Rename">
          <ActionIcon size={28} aria-label="Rename the run" onClick={() => setRenaming(true)}>
            <IconPencil size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <RunDot run={run} />
      <StatusBadge status={run.status} />
      {baseline?.runId === run.runId && <span className={classes['badge']}>Baseline</span>}
    </span>
  );
}
