import type { ChartRun } from '#studio/charts/chart-run.ts';
import classes from './compare-table.module.css';
import { RowHeading } from './row-heading.tsx';
import { RunHeading } from './run-heading.tsx';
import { SectionMore } from './section-more.tsx';
import type { CompareSectionPortion } from './table-portions.model.ts';
import { ValueCell } from './value-cell.tsx';

export interface CompareLayoutProps {
  readonly sections: readonly CompareSectionPortion[];
  /** Those shown, in the order of the cells. */
  readonly runs: readonly ChartRun[];
  /** How many more rows of a section one press brings. */
  readonly step: number;
  /** Asks for more of the section of that title. */
  readonly onMore: (title: string) => void;
}

/** One row a parameter or metric: for few runs. */
export function RunsAsColumns({ sections, runs, step, onMore }: CompareLayoutProps) {
  return (
    <table className={classes['table']} data-runs="columns">
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
      {sections.map((section) => (
        <tbody key={section.title}>
          <tr className={classes['section']}>
            <th scope="rowgroup" colSpan={runs.length + 1}>
              {section.title}
            </th>
          </tr>
          {section.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" title={row.key}>
                <RowHeading row={row} />
              </th>
              {row.cells.map((cell, index) => (
                <ValueCell
                  key={runs[index]?.runId ?? index}
                  cell={cell}
                  numeric={row.numeric}
                  runId={runs[index]?.runId}
                />
              ))}
            </tr>
          ))}
          {section.rows.length < section.total && (
            <tr className={classes['more']}>
              <td colSpan={runs.length + 1}>
                <SectionMore section={section} step={step} onMore={onMore} />
              </td>
            </tr>
          )}
        </tbody>
      ))}
    </table>
  );
}
