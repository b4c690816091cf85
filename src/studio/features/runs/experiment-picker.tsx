import { listExperiments } from '#contract/experiments.ts';
import { Button } from '@mantine/core';
import { IconFlask, IconSelector } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useOperation } from '#studio/query/operation-query.ts';
import { SidePanel } from '#studio/ui/side-panel.tsx';
import { ExperimentPanel } from './experiment-panel.tsx';
import classes from './experiments.module.css';
import type { RunsView } from './runs-view.model.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

interface ExperimentPickerProps {
  readonly workspace: string;
  readonly view: RunsView;
  readonly onChange: ChangeRunsView;
}

/** Which experiments the table shows. The list opens beside the table, at an address of its own. */
export function ExperimentPicker({ workspace, view, onChange }: ExperimentPickerProps) {
  const [search, setSearch] = useSearchParams();
  const open = search.get('panel') === 'experiments';
  const { data } = useOperation(listExperiments, { params: { workspace }, query: { limit: 1000 } });
  const setOpen = (wanted: boolean): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (wanted) next.set('panel', 'experiments');
        else next.delete('panel');
        return next;
      },
      { preventScrollReset: true },
    );
  const [only, ...more] = view.experiments;
  const name = data?.experiments.find((each) => each.experimentId === only)?.name ?? `Experiment ${only}`;
  const label =
    only === undefined ? 'All experiments' : more.length === 0 ? name : `${more.length + 1} experiments`;
  return (
    <>
      <Button
        variant="default"
        className={classes['button'] ?? ''}
        leftSection={<IconFlask size={16} />}
        rightSection={<IconSelector size={14} />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && (
        <SidePanel title="Experiments" onClose={() => setOpen(false)}>
          <ExperimentPanel
            workspace={workspace}
            chosen={view.experiments}
            onChoose={(experiments) => onChange((now) => ({ ...now, experiments, selected: [] }))}
          />
        </SidePanel>
      )}
    </>
  );
}
