import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { RunDot } from '#studio/ui/run-dot.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import table from '#studio/ui/table.module.css';
import { BlockFrame } from './block-frame.tsx';
import type { RunsBlock as Block } from './report-block.model.ts';
import classes from './reports.module.css';
import { isNumeric, textOf } from './run-columns.model.ts';
import { useReportRuns } from './use-report-runs.ts';

interface RunsBlockProps {
  readonly workspace: string;
  readonly block: Block;
}

/** A table of runs in a report, as they are now. */
export function RunsBlock({ workspace, block }: RunsBlockProps) {
  const { answer, columns, viewError } = useReportRuns(workspace, block, block.columns);
  const { data } = answer;
  const title = block.title ?? 'Runs';
  const open =
    block.view === undefined
      ? url.runs(workspace, { experiments: block.experiments, filter: block.filter, sort: block.order })
      : url.view(workspace, block.view);
  const told =
    data === undefined
      ? 'Loading'
      : `${formatInteger(data.rows.length)} shown of ${formatInteger(data.matching)} matching, live`;
  return (
    <BlockFrame
      title={title}
      told={told}
      to={open}
      error={viewError ?? (data === undefined ? answer.error : null)}
    >
      {data === undefined ? (
        <SkeletonRows rows={block.limit ?? 5} what="runs" />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
        <section className={classes['scroll']} tabIndex={0} aria-label={title}>
          <table className={table['table']}>
            <thead>
              <tr>
                <th scope="col">Run</th>
                <th scope="col">Status</th>
                {columns.map((column) => (
                  <th key={column.heading} scope="col" data-number={isNumeric(column) || undefined}>
                    {column.heading}
                  </th>
                ))}
                <th scope="col">Started</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((run) => (
                <tr key={run.runId}>
                  <td>
                    <Link className={classes['run'] ?? ''} to={url.run(workspace, run.runId)}>
                      <RunDot run={run} /> {run.name}
                    </Link>
                  </td>
                  <td>
                    <StatusBadge status={run.status} />
                  </td>
                  {columns.map((column, index) => (
                    <td key={column.heading} data-number={isNumeric(column) || undefined}>
                      {textOf(run, index)}
                    </td>
                  ))}
                  <td>
                    <RelativeTime atMs={run.startedAtMs} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.rows.length === 0 && <p className={classes['told']}>No run matches any more.</p>}
        </section>
      )}
    </BlockFrame>
  );
}
