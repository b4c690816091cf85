import { Skeleton } from '@mantine/core';
import { fewestRows, mostCorrelated } from '#domain/importance/importance.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { labelTerm } from './label-term.ts';
import classes from './over-runs.module.css';
import type { RunTable } from './run-table.model.ts';
import { useImportance } from './use-importance.ts';

interface ImportancePanelProps {
  readonly table: RunTable;
  readonly term: string;
}

const mostShown = mostCorrelated;

/** Which parameters explain a result, and which way they point. */
export function ImportancePanel({ table, term }: ImportancePanelProps) {
  const found = useImportance(table, term);
  if (found === 'asking') return <Skeleton height={200} animate={false} />;
  if (found === undefined) {
    return (
      <p className={classes['told']}>
        Too little to tell: it takes {fewestRows} runs with different values of {term}, and parameters beside
        it.
      </p>
    );
  }
  return (
    <div className={classes['importance']}>
      <table>
        <caption className={classes['unseen']}>What explains {term}</caption>
        <thead>
          <tr>
            <th>Parameter</th>
            <th>Importance</th>
            <th>Correlation</th>
          </tr>
        </thead>
        <tbody>
          {found.features.slice(0, mostShown).map(({ name, importance, correlation, rankCorrelation }) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {labelTerm(name)}
              </th>
              <td className={classes['bar-cell']}>
                <span className={classes['share']} style={{ inlineSize: `${importance * 100}%` }} />
                <span className={classes['share-text']}>{Math.round(importance * 100)} %</span>
              </td>
              <td
                data-number
                title={
                  rankCorrelation === undefined ? 'words have none' : `of ranks ${rankCorrelation.toFixed(3)}`
                }
              >
                {correlation === undefined ? '–' : signed(correlation)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes['told']}>
        A forest of trees explains {Math.max(0, Math.round(found.explained * 100))} % of the variance in runs
        it has not seen · {formatInteger(found.rows)} runs
        {found.explained < 0.2 && ' · too little to rely on'}
      </p>
    </div>
  );
}

function signed(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
}
