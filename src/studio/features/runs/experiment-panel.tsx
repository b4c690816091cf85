import { type Experiment, listExperiments } from '#contract/experiments.ts';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { CreateExperiment } from './create-experiment.tsx';
import { ExperimentItem } from './experiment-item.tsx';
import classes from './experiments.module.css';

interface ExperimentPanelProps {
  readonly workspace: string;
  readonly chosen: readonly string[];
  readonly onChoose: (experiments: readonly string[]) => void;
}

const views = [
  { value: 'active', label: 'Active' },
  { value: 'deleted', label: 'Trash' },
] as const;
type View = (typeof views)[number]['value'];

const listed = 200;

/** All experiments: to choose from, and to create, rename, delete and restore. */
export function ExperimentPanel({ workspace, chosen, onChoose }: ExperimentPanelProps) {
  const [search, setSearch] = useState('');
  const [view, setView] = useState<View>('active');
  const wanted = search.trim();
  const { data, error, refetch } = useOperation(
    listExperiments,
    {
      params: { workspace },
      query: { view, limit: listed, ...(wanted === '' ? {} : { search: wanted }) },
    },
    { keepPrevious: true },
  );
  const toggle = ({ experimentId }: Experiment): void =>
    onChoose(
      chosen.includes(experimentId) ? chosen.filter((id) => id !== experimentId) : [...chosen, experimentId],
    );
  return (
    <div className={classes['panel']}>
      <div className={classes['tools']}>
        <TextInput
          className={classes['search'] ?? ''}
          aria-label="Search experiments"
          placeholder="Search experiments"
          value={search}
          data-autofocus
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Which experiments"
          data={[...views]}
          value={view}
          onChange={(value: View) => setView(value)}
        />
      </div>
      {view === 'active' && <CreateExperiment workspace={workspace} />}
      {data === undefined && error === null && <SkeletonRows rows={8} what="experiments" />}
      {data === undefined && error !== null && (
        <ErrorState
          title="The experiments could not be loaded"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data !== undefined && (
        <>
          <p className={classes['count']}>
            {formatInteger(data.experiments.length)} of {formatInteger(data.total)} shown
            {chosen.length > 0 && (
              <button type="button" className={classes['all']} onClick={() => onChoose([])}>
                Show runs of all
              </button>
            )}
          </p>
          <ul className={classes['list']}>
            {data.experiments.map((experiment) => (
              <ExperimentItem
                key={experiment.experimentId}
                workspace={workspace}
                experiment={experiment}
                chosen={chosen.includes(experiment.experimentId)}
                onToggle={() => toggle(experiment)}
                onOnly={() => onChoose([experiment.experimentId])}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
