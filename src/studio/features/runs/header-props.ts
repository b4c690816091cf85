import type { Direction } from '#domain/metric/direction.ts';
import type { MetricDirections } from '#studio/metric/use-metric-directions.ts';
import type { ColumnLayout, PlacedColumn } from './column-layout.model.ts';
import type { SortTerm } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';

export interface GridHeaderProps {
  readonly layout: ColumnLayout;
  /** Those in sight, beside the pinned ones. */
  readonly columns: readonly PlacedColumn[];
  readonly sort: readonly SortTerm[];
  readonly actions: ColumnActions;
  readonly directions: MetricDirections;
  readonly workspace: string;
}

/** What each heading gets beside that. */
export interface HeaderCellProps extends GridHeaderProps {
  readonly placed: PlacedColumn;
  readonly onDirection: (metric: string, direction: Direction | null) => void;
}
