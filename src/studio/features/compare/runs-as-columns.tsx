import type { ChartRun } from '#studio/charts/chart-run.ts';
import type { CompareTable } from './compare.model.ts';
import classes from './compare-table.module.css';
import { RunHeading } from './run-heading.tsx';
import { ValueCell } from './value-cell.tsx';

export interface CompareLayoutProps {
  readonly table: CompareTable;
  /** Those shown, in the order of the cells. */
  readonly runs: readonly ChartRun[];
}

/** One row a parameter or metric: for few runs. */
export function RunsAsColumns({ table, runs }: CompareLayoutProps) {
  return (
    <table className={classes['table']}>
      <caption className="visually-hidden">Runs side by side</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Parameter or metric</span>
          </th>
          {runs.map((run) => (
            <th key={run.runId} scope="col">
              <RunHeading run={run} />
            </th>
          ))}
        </tr>
      </thead>
      {table.sections.map((section) => (
        <tbody key={section.title}>
          <tr className={classes['section']}>
            <th scope="rowgroup" colSpan={runs.length + 1}>
              {section.title}
            </th>
          </tr>
          {section.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" title={row.key}>
                {row.key}
              </th>
              {row.cells.map((cell, index) => (
                <ValueCell key={runs[index]?.runId ?? index} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
