import type { RunDetails } from '#contract/runs.ts';
import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ShowMore } from '#studio/ui/show-more.tsx';
import { usePortion } from '#studio/ui/use-portion.ts';
import { MetricLines } from './metric-lines.tsx';
import classes from './overview.module.css';

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const few = 8;
const firstRows = 200;

interface MetricsTableProps {
  readonly workspace: string;
  readonly run: RunDetails;
}

/** What a run reached: its last values, and the least and greatest on the way. */
export function MetricsTable({ workspace, run }: MetricsTableProps) {
  const [search, setSearch] = useState('');
  const metrics = useMemo(
    () =>
      run.metrics
        .filter(({ key }) => !key.startsWith('system/'))
        .sort((a, b) => naturally.compare(a.key, b.key)),
    [run.metrics],
  );
  const wanted = search.trim().toLowerCase();
  const found = metrics.filter(({ key }) => key.toLowerCase().includes(wanted));
  const { shown, step, more } = usePortion(found, firstRows);
  return (
    <section className={classes['section']}>
      <div className={classes['head']}>
        <h2>
          Metrics{' '}
          <span className={classes['count']}>
            {found.length < metrics.length && `${formatInteger(found.length)} of `}
            {formatInteger(metrics.length)}
          </span>
        </h2>
        {metrics.length > 0 && (
          <Link to={url.run(workspace, run.runId, { tab: 'metrics' })} className={classes['dim']}>
            Show curves
          </Link>
        )}
      </div>
      {metrics.length > few && (
        <TextInput
          className={classes['search'] ?? ''}
          size="xs"
          aria-label="Search metrics"
          placeholder="Search metrics"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {metrics.length === 0 ? (
        <p className={classes['quiet']}>
          {run.status === 'RUNNING'
            ? 'None yet. The first one shows here as it is logged.'
            : 'This run logged none.'}
        </p>
      ) : (
        <>
          <MetricLines metrics={shown} workspace={workspace} run={run} />
          <ShowMore shown={shown.length} total={found.length} what="metrics" step={step} onMore={more} />
        </>
      )}
    </section>
  );
}
