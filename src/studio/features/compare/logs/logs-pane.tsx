import { listLogs } from '#contract/run-logs.ts';
import { Select } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import { operationQuery } from '#studio/query/operation-query.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import type { ComparePaneProps } from '../compare-pane-props.ts';
import { chooseLogs } from './choose-logs.model.ts';
import { LogColumn } from './log-column.tsx';
import classes from './logs.module.css';

/** Runs whose logs are asked for: more do not fit beside each other. */
const mostRuns = 12;
const mostColumns = 4;

/** What the runs wrote to their consoles, side by side, searched together. */
export function LogsPane({ workspace, runs, marked, view, onChange }: ComparePaneProps) {
  const client = useClient();
  const asked = useMemo(() => runs.slice(0, mostRuns), [runs]);
  const answers = useQueries({
    queries: asked.map(({ runId }) => operationQuery(client, listLogs, { params: { workspace, runId } })),
  });
  const [find, setFind] = useState('');
  const lists = asked.map((run, index) => ({ run, logs: answers[index]?.data?.logs ?? [] }));
  const { names, columns } = chooseLogs(lists, view.file, mostColumns);
  if (names.length === 0) {
    if (answers.some((answer) => answer.isPending)) return <SkeletonRows rows={10} what="logs" />;
    return (
      <EmptyState title="None of these runs has a log">
        Console output sent to Atelier, and files below <code>logs/</code> or called <code>*.log</code>, are
        shown here side by side.
      </EmptyState>
    );
  }
  const without = runs.length - columns.length;
  return (
    <div className={classes['pane']}>
      <div className={classes['bar']}>
        <Select
          size="xs"
          label="Log"
          data={[...names]}
          allowDeselect={false}
          value={columns[0]?.log.name ?? null}
          onChange={(name) => onChange((now) => ({ ...now, file: name ?? undefined }))}
        />
        {without > 0 && (
          <span className={classes['quiet']}>
            {formatInteger(columns.length)} of {formatInteger(runs.length)} runs shown here. Hide runs in the
            list to see the logs of others.
          </span>
        )}
      </div>
      <div className={classes['columns']} data-columns={columns.length}>
        {columns.map(({ run, log }) => (
          <LogColumn
            key={run.runId}
            workspace={workspace}
            run={run}
            mark={marked.find(({ runId }) => runId === run.runId)?.mark}
            log={log}
            find={find}
            onFind={setFind}
          />
        ))}
      </div>
    </div>
  );
}
