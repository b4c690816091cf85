import { readRunColumns } from '#contract/run-columns.ts';
import { listRunFields } from '#contract/runs.ts';
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useMetricDirections } from '#studio/metric/use-metric-directions.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { formatNumber } from '#studio/ui/number.model.ts';
import { directionWords } from '#studio/metric/direction-words.model.ts';
import { chooseMetric } from '../groups/choose-metric.model.ts';
import { bestQuery } from './best-query.model.ts';
import classes from './compare-start.module.css';

const count = 5;

/** The best runs by a metric, each one press away from what makes it differ from the baseline. */
export function BestRuns({ workspace }: { readonly workspace: string }) {
  const params = { workspace };
  const { data: fields } = useOperation(listRunFields, { params, query: { limit: 500 } });
  const { directionOf } = useMetricDirections(workspace);
  const [chosen, setChosen] = useState<string>();
  const keys = useMemo(
    () => fields?.metrics.map(({ key }) => key).filter((key) => directionOf(key) !== 'none') ?? [],
    [fields, directionOf],
  );
  const metric = chosen ?? chooseMetric(fields?.metrics ?? [], directionOf);
  const answer = useOperation(
    readRunColumns,
    { params, body: { ...bestQuery(metric ?? '', directionOf(metric ?? '')), limit: count } },
    { enabled: metric !== undefined && directionOf(metric) !== 'none', keepPrevious: true },
  );
  const runs = answer.data?.runs ?? [];
  if (metric === undefined || runs.length === 0) return null;
  const values = answer.data?.columns[0]?.values ?? [];
  return (
    <section className={classes['best']} aria-labelledby="best-runs">
      <header className={classes['head']}>
        <h2 id="best-runs">Best runs</h2>
        <Select
          size="xs"
          aria-label="Best by"
          data={keys}
          searchable
          limit={100}
          allowDeselect={false}
          value={metric}
          onChange={(key) => setChosen(key ?? undefined)}
        />
        <span className={classes['quiet']}>{directionWords[directionOf(metric)]}</span>
      </header>
      <ol className={classes['list']}>
        {runs.map((run, index) => (
          <li key={run.runId}>
            <Link to={url.compare(workspace, [run.runId], { tab: 'table', value: 'best', of: metric })}>
              <span className={classes['name']}>{run.name}</span>
              <span className={classes['value']}>{formatNumber(Number(values[index] ?? NaN), 5)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p className={classes['quiet']}>
        Each opens beside the baseline of its experiment, showing what differs.{' '}
        <Link
          to={url.compare(
            workspace,
            runs.map((run) => run.runId),
            { tab: 'table', value: 'best' },
          )}
        >
          Compare all {runs.length}
        </Link>
      </p>
    </section>
  );
}
