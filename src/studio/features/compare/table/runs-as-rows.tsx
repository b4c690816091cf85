import classes from './compare-table.module.css';
import { RowHeading } from './row-heading.tsx';
import { RunHeading } from './run-heading.tsx';
import type { CompareLayoutProps } from './runs-as-columns.tsx';
import { SectionMore } from './section-more.tsx';
import { ValueCell } from './value-cell.tsx';

/** One row a run: for many runs. */
export function RunsAsRows({ sections, runs, step, onMore }: CompareLayoutProps) {
  return (
    <table className={classes['table']} data-runs="rows">
      <caption className="visually-hidden">Runs side by side</caption>
      <thead>
        <tr className={classes['section']}>
          <th scope="col">
            <span className="visually-hidden">Kind</span>
          </th>
          {sections.map((section) => (
            <th key={section.title} scope="colgroup" colSpan={section.rows.length}>
              <span className={classes['section-title']}>
                {section.title}
                <SectionMore section={section} step={step} onMore={onMore} />
              </span>
            </th>
          ))}
        </tr>
        <tr>
          <th scope="col">Run</th>
          {sections.flatMap((section) =>
            section.rows.map((row) => (
              <th key={`${section.title} ${row.key}`} scope="col" title={row.key} data-number={row.numeric}>
                <RowHeading row={row} />
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
            {sections.flatMap((section) =>
              section.rows.map((row) => (
                <ValueCell
                  key={`${section.title} ${row.key}`}
                  cell={row.cells[index] ?? { deviates: false }}
                  numeric={row.numeric}
                  runId={run.runId}
                />
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
