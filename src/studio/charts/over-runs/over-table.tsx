import { useState } from 'react';
import { Button } from '@mantine/core';
import { formatInteger } from '#studio/ui/number.model.ts';
import table from '#studio/ui/table.module.css';
import { Swatch } from '../swatch.tsx';
import { labelTerm } from './label-term.ts';
import classes from './over-runs.module.css';
import type { RunTable } from './run-table.model.ts';

const portion = 100;

/** The very values of a chart as a table, for reading exact ones and for doing without a pointer. */
export function OverTable({
  table: runs,
  terms,
}: {
  readonly table: RunTable;
  readonly terms: readonly string[];
}) {
  const [shown, setShown] = useState(portion);
  const columns = terms.flatMap((term) => runs.columns.get(term) ?? []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
    <section className={classes['table']} tabIndex={0} aria-label="Values of the chart">
      <table className={table['table']}>
        <thead>
          <tr>
            <th>Run</th>
            {columns.map((column) => (
              <th key={column.term} data-number={column.kind === 'number'}>
                {labelTerm(column.term)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.runs.slice(0, shown).map((run, row) => (
            <tr key={run.runId}>
              <td>
                <Swatch mark={run.mark} /> {run.name}
              </td>
              {columns.map((column) => (
                <td key={column.term} data-number={column.kind === 'number'}>
                  {column.texts[row] ?? <span className={classes['absent']}>none</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown < runs.runs.length && (
        <p className={classes['told']}>
          {formatInteger(shown)} of {formatInteger(runs.runs.length)} runs
          <Button size="compact-sm" variant="default" onClick={() => setShown(shown + portion * 5)}>
            Show more
          </Button>
        </p>
      )}
    </section>
  );
}
