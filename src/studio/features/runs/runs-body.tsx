import type { MetricDirections } from '#studio/metric/use-metric-directions.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import type { RowAccess } from './row-access.ts';
import { NoRuns } from './no-runs.tsx';
import { RunsGrid } from './runs-grid.tsx';
import { RunsList } from './runs-list.tsx';
import classes from './runs-page.module.css';
import type { RunsQuery } from './runs-query.model.ts';
import type { ColumnChoice, RunsView } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';
import type { RowCursor } from './use-row-cursor.ts';
import type { RunsNews } from './use-runs-news.ts';
import type { ChangeRunsView } from './use-runs-view.ts';
import type { Selection } from './use-selection.ts';

interface RunsBodyProps {
  readonly workspace: string;
  readonly query: RunsQuery;
  readonly news: RunsNews;
  readonly view: RunsView;
  readonly onChange: ChangeRunsView;
  readonly choices: readonly ColumnChoice[] | undefined;
  readonly actions: ColumnActions;
  readonly directions: MetricDirections;
  readonly selection: Selection;
  readonly cursor: RowCursor;
  readonly phone: boolean;
  readonly onTop: (atTop: boolean) => void;
  readonly onRows: (access: RowAccess) => void;
}

/** The table in the state it is in: on its way, failed, empty, or there. */
export function RunsBody(props: RunsBodyProps) {
  const { workspace, news, view, onChange, choices, selection, phone } = props;
  if (news.error !== null && news.error.code !== 'invalid-input') {
    return (
      <div className={classes['beside']}>
        <ErrorState title="The runs could not be loaded" error={news.error} onRetry={news.retry} />
      </div>
    );
  }
  if (news.error !== null || news.rows === 0) {
    return (
      <div className={classes['beside']}>
        <NoRuns workspace={workspace} view={view} news={news} onChange={onChange} />
      </div>
    );
  }
  if (news.rows === undefined || choices === undefined) {
    return (
      <div className={classes['beside']}>
        <SkeletonRows rows={16} what="runs" />
      </div>
    );
  }
  const shared = { ...props, choices, selected: selection.has, onSelect: selection.select };
  return phone ? <RunsList {...shared} /> : <RunsGrid {...shared} />;
}
