import { DirectionControl } from '#studio/metric/direction-control.tsx';
import { formatNumber } from '#studio/ui/number.model.ts';
import classes from './compare-table.module.css';
import type { CompareRow } from './compare-row.model.ts';
import { useCompareDirections } from './directions-context.ts';

/** What a row is called; of a metric also which way it is better, and how strongly it goes with another. */
export function RowHeading({ row }: { readonly row: CompareRow }) {
  const { directions, onSet } = useCompareDirections();
  return (
    <span className={classes['row-name']}>
      <span>{row.key}</span>
      {row.goesWith !== undefined && (
        <span className={classes['goes-with']} title="Rank correlation, −1 to 1">
          {formatNumber(row.goesWith, 2)}
        </span>
      )}
      {row.direction !== undefined && (
        <DirectionControl metric={row.key} directions={directions} onSet={onSet} />
      )}
    </span>
  );
}
