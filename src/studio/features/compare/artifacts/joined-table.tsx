import type { JoinedCell, JoinedRow, JoinedTables } from '#domain/diff/join-tables.ts';
import type { ChartRun } from '#studio/charts/chart-run.ts';
import { Swatch } from '#studio/charts/swatch.tsx';
import { formatNumber } from '#studio/ui/number.model.ts';
import table from '#studio/ui/table.module.css';
import classes from './files.module.css';

interface JoinedTableProps {
  readonly joined: JoinedTables;
  readonly rows: readonly JoinedRow[];
  /** In the order of the tables. */
  readonly runs: readonly ChartRun[];
  readonly keyName: string;
}

/** Rows by key; each column once a run, beside one another. */
export function JoinedTable({ joined, rows, runs, keyName }: JoinedTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
    <section className={classes['table']} tabIndex={0} aria-label="Joined tables">
      <table className={table['table']}>
        <caption>Tables joined by {keyName}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {keyName}
            </th>
            {joined.columns.map((column) => (
              <th key={column} scope="colgroup" colSpan={runs.length}>
                {column}
              </th>
            ))}
          </tr>
          <tr>
            {joined.columns.flatMap((column) =>
              runs.map((run) => (
                <th key={`${column} ${run.runId}`} scope="col" title={run.name}>
                  <Swatch mark={run.mark} />
                  <span className="visually-hidden">{run.name}</span>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.key}</th>
              {row.cells.flatMap((cells, column) =>
                cells.map((cell, index) => (
                  <ValueOf
                    key={`${joined.columns[column]} ${runs[index]?.runId}`}
                    cell={cell}
                    base={cells[0]}
                  />
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ValueOf({ cell, base }: { readonly cell: JoinedCell; readonly base: JoinedCell | undefined }) {
  const { text, delta } = cell;
  const deviates = cell !== base && text !== base?.text && delta !== 0;
  if (text === undefined) return <td title="Not in this table">–</td>;
  return (
    <td data-deviates={deviates} title={text}>
      {text}
      {deviates && delta !== undefined && (
        <span className={classes['quiet']}>
          {' '}
          {delta > 0 ? '▲ +' : '▼ '}
          {formatNumber(delta, 3)}
        </span>
      )}
    </td>
  );
}
