import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { ArrangePanel } from './arrange-panel.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { ExperimentPicker } from './experiment-picker.tsx';
import type { ColumnChoice, RunsView } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

interface RunsToolsProps {
  readonly workspace: string;
  readonly view: RunsView;
  /** `undefined` while nobody knows yet which suit these runs. */
  readonly choices: readonly ColumnChoice[] | undefined;
  readonly actions: ColumnActions;
  readonly onChange: ChangeRunsView;
}

/** Which runs the table is about, in which order, with which columns. */
export function RunsTools({ workspace, view, choices, actions, onChange }: RunsToolsProps) {
  const shared = { workspace, view, onChange };
  return (
    <>
      <ExperimentPicker {...shared} />
      {choices !== undefined && (
        <>
          <ArrangePanel {...shared} choices={choices} actions={actions} />
          <ColumnChooser {...shared} choices={choices} actions={actions} />
        </>
      )}
      <Button
        component={Link}
        variant="default"
        title="Parameters against results, one mark for each of these runs"
        to={url.explore(workspace, { experiments: view.experiments, filter: view.filter })}
      >
        Charts
      </Button>
    </>
  );
}
