import classes from './compare-table.module.css';
import { RunHeading } from './run-heading.tsx';
import type { CompareLayoutProps } from './runs-as-columns.tsx';
import { ValueCell } from './value-cell.tsx';

/** One row a run: for many runs. */
export function RunsAsRows({ table, runs }: CompareLayoutProps) {
  return (
    <table className={classes['table']} data-runs="rows">
      <caption className="visually-hidden">Runs side by side</caption>
      <thead>
        <tr className={classes['section']}>
          <th scope="col">
            <span className="visually-hidden">Kind</span>
          </th>
          {table.sections.map((section) => (
            <th key={section.title} scope="colgroup" colSpan={section.rows.length}>
              {section.title}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="col">Run</th>
          {table.sections.flatMap((section) =>
            section.rows.map((row) => (
              <th
                key={`${section.title} ${row.key}`}
                scope="col"
                title={row.key}
                data-number={section.numeric}
              >
                {row.key}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {runs.map((run, index) => (
          <tr key={run.runId}>
            <th scope="row">
              <RunHeading run={run} />
            </th>
            {table.sections.flatMap((section) =>
              section.rows.map((row) => (
                <ValueCell
                  key={`${section.title} ${row.key}`}
                  cell={row.cells[index] ?? { deviates: false }}
                />
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
