import type { MetricDirections } from '#studio/metric/use-metric-directions.ts';
import type { RowAccess } from './row-access.ts';
import type { RunsQuery } from './runs-query.model.ts';
import type { ColumnChoice, RunsView } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';
import type { RowCursor } from './use-row-cursor.ts';
import type { RunsNews } from './use-runs-news.ts';
import type { Selection } from './use-selection.ts';

/** What the table is told, on a wide screen and on a phone. */
export interface RunsGridProps {
  readonly workspace: string;
  readonly query: RunsQuery;
  readonly news: RunsNews;
  readonly view: RunsView;
  readonly choices: readonly ColumnChoice[];
  readonly actions: ColumnActions;
  readonly directions: MetricDirections;
  readonly selected: Selection['has'];
  readonly cursor: RowCursor;
  readonly onTop: (atTop: boolean) => void;
  readonly onSelect: (index: number, how: 'toggle' | 'range') => void;
  /** Gets the way to what stands on a row, for keys and ranges. */
  readonly onRows: (access: RowAccess) => void;
}
