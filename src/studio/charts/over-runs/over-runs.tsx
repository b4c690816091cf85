import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { listRunFields } from '#contract/runs.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { useMemo } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { OverCard } from './over-card.tsx';
import { type OverChart, overKindNames, overKinds, termRoles } from './over-chart.model.ts';
import classes from './over-runs.module.css';
import { type KeysInUse, mainMetric, suggestCharts, termsToLookAt } from './suggest-charts.model.ts';
import { type RunQuestion, useRunTable } from './use-run-table.ts';

interface OverRunsProps {
  readonly question: RunQuestion;
  /** Absent: what the keys in use suggest. */
  readonly charts: readonly OverChart[] | undefined;
  readonly onCharts: (charts: readonly OverChart[]) => void;
  readonly onOpen?: ((runId: string) => void) | undefined;
  readonly onKeep?: ((runIds: readonly string[]) => void) | undefined;
  /** Chooses runs without leaving out the others: what to do with them is asked elsewhere on the page. */
  readonly onSelect?: ((runIds: readonly string[]) => void) | undefined;
}

/** Charts with a mark for each run: which parameters go with which results. */
export function OverRuns({ question, charts, onCharts, onOpen, onKeep, onSelect }: OverRunsProps) {
  const { workspace, experimentIds } = question;
  const experiments =
    experimentIds === undefined || experimentIds.length === 0 ? {} : { experiments: experimentIds.join(',') };
  const fields = useOperation(listRunFields, {
    params: { workspace },
    query: { ...experiments, limit: 500 },
  });
  const keys = fields.data;
  const choices = useMemo(() => (keys === undefined ? [] : toChoices(keys)), [keys]);
  const params = useMemo(() => choices.filter((term) => term.startsWith('params.')), [choices]);
  const looked = useMemo(() => (keys === undefined ? [] : termsToLookAt(keys)), [keys]);
  const { table } = useRunTable(question, charts === undefined ? looked : []);
  const suggested = useMemo(() => (table === undefined ? [] : suggestCharts(table, looked)), [table, looked]);
  const shown = charts ?? suggested;
  const add = (kind: OverChart['kind']): void => {
    onCharts([...shown, { kind, terms: firstTerms(kind, keys, params) }]);
  };
  if (fields.isError && keys === undefined) {
    return (
      <ErrorState
        title="The keys in use could not be loaded"
        error={fields.error}
        onRetry={() => void fields.refetch()}
      />
    );
  }
  return (
    <div className={classes['over']}>
      {keys !== undefined && choices.length === ofRuns.length && (
        <p className={classes['told']}>These runs have no metrics and no parameters yet.</p>
      )}
      <div className={classes['cards']}>
        {shown.map((chart, index) => (
          <OverCard
            // oxlint-disable-next-line react/no-array-index-key -- two cards may be alike; their place is what they are
            key={`${index} ${chart.kind}`}
            chart={chart}
            question={question}
            choices={choices}
            params={params}
            onChange={(next) => onCharts(shown.with(index, next))}
            onRemove={() => onCharts(shown.toSpliced(index, 1))}
            onOpen={onOpen}
            onKeep={onKeep}
            onSelect={onSelect}
          />
        ))}
      </div>
      <Menu withinPortal position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={14} />} disabled={keys === undefined}>
            Add a chart over runs
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {overKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {overKindNames[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

const ofRuns = ['duration', 'start_time', 'status', 'user_id'];

function toChoices({
  metrics,
  params,
  tags,
}: KeysInUse & { readonly tags: KeysInUse['params'] }): readonly string[] {
  const metricTerms = metrics.flatMap(({ key }) => {
    const field = { entity: 'metric', key } as const;
    return [printTerm({ field }), printTerm({ field, summary: 'best' })];
  });
  return [
    ...params.map(({ key }) => printTerm({ field: { entity: 'parameter', key } })),
    ...metricTerms,
    ...ofRuns,
    ...tags.map(({ key }) => printTerm({ field: { entity: 'tag', key } })),
  ];
}

function firstTerms(
  kind: OverChart['kind'],
  keys: KeysInUse | undefined,
  params: readonly string[],
): readonly string[] {
  const key = mainMetric(keys?.metrics ?? []);
  const result = key === undefined ? [] : [printTerm({ field: { entity: 'metric', key } })];
  if (kind === 'parallel') return [...params.slice(0, 5), ...result];
  if (kind === 'box') return [...result, ...params.slice(0, 1)];
  if (kind === 'bar' || kind === 'importance') return result;
  return [...params.slice(0, termRoles[kind].length - 1), ...result];
}
