import type { RunRow } from '#contract/runs.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { columnId, isNumeric, isSmallestFirst } from './column.model.ts';
import { isName, moveColumn } from './column-layout.model.ts';
import { NoRuns } from './no-runs.tsx';
import { RunsGrid } from './runs-grid.tsx';
import { RunsList } from './runs-list.tsx';
import classes from './runs-page.module.css';
import type { RunsQuery } from './runs-query.model.ts';
import { type ColumnChoice, type RunsView, toggleSort } from './runs-view.model.ts';
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
  readonly selection: Selection;
  readonly cursor: RowCursor;
  readonly phone: boolean;
  readonly onTop: (atTop: boolean) => void;
  readonly onRows: (rowAt: (index: number) => RunRow | undefined) => void;
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
  if (phone) return <RunsList {...shared} />;
  return (
    <RunsGrid
      {...shared}
      sort={view.sort}
      onSort={({ column }, add) =>
        onChange((now) => ({
          ...now,
          sort: toggleSort(now.sort, column, {
            add,
            descendingFirst: isNumeric(column) && !isSmallestFirst(column),
          }),
        }))
      }
      onResize={({ column }, width) =>
        onChange((now) => ({ ...now, columns: withWidth(choices, columnId(column), width) }), 'refine')
      }
      onMove={({ column }, position) => {
        const others = choices.filter((choice) => !isName(choice.column));
        const names = choices.filter((choice) => isName(choice.column));
        const from = others.findIndex((choice) => columnId(choice.column) === columnId(column));
        onChange((now) => ({ ...now, columns: [...names, ...moveColumn(others, from, position)] }), 'refine');
      }}
    />
  );
}

/** The name stands in the list only once it has a width of its own. */
function withWidth(choices: readonly ColumnChoice[], id: string, width: number): readonly ColumnChoice[] {
  const known = choices.some(({ column }) => columnId(column) === id);
  const all: readonly ColumnChoice[] = known
    ? choices
    : [{ column: { kind: 'own', name: 'name' } }, ...choices];
  return all.map((choice) => (columnId(choice.column) === id ? { ...choice, width } : choice));
}
