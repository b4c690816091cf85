import { useCallback, useMemo, useRef, useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useMetricDirections } from '#studio/metric/use-metric-directions.ts';
import { useWorkspaces } from '#studio/query/use-workspaces.ts';
import { Page } from '#studio/ui/page.tsx';
import { noRows, type RowAccess } from './row-access.ts';
import { FilterBar } from './filter-bar.tsx';
import { FreshPill } from './fresh-pill.tsx';
import { QuickFacets } from './quick-facets.tsx';
import { RunsBody } from './runs-body.tsx';
import { RunsCount } from './runs-count.tsx';
import classes from './runs-page.module.css';
import { toRunsQuery } from './runs-query.model.ts';
import { RunsTools } from './runs-tools.tsx';
import { isNewestFirst } from './runs-view.model.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useBulk } from './use-bulk.ts';
import { useColumnActions } from './use-column-actions.ts';
import { useDefaultColumns } from './use-default-columns.ts';
import { useRowCursor } from './use-row-cursor.ts';
import { useRunsKeys } from './use-runs-keys.ts';
import { useRunsNews } from './use-runs-news.ts';
import { useRunsView } from './use-runs-view.ts';
import { useSelection } from './use-selection.ts';
import { useTrash } from '#studio/trash/use-trash.ts';

/** Every run of the workspace, or of some experiments: to find, sort, choose and compare. */
export function RunsPage() {
  const workspace = useWorkspaceSlug();
  const [view, change] = useRunsView();
  const [atTop, setAtTop] = useState(true);
  const phone = useMediaQuery('(width < 768px)', undefined, { getInitialValueInEffect: false });
  const { experiments, filter, lifecycle, sort, as } = view;
  const query = useMemo(
    () => toRunsQuery({ experiments, filter, lifecycle, sort, as }),
    [experiments, filter, lifecycle, sort, as],
  );
  const news = useRunsNews(workspace, query, atTop && isNewestFirst(sort));
  const usual = useDefaultColumns(workspace, experiments, news.total);
  const choices = useMemo(() => view.columns ?? usual?.map((column) => ({ column })), [view.columns, usual]);
  const directions = useMetricDirections(workspace);
  const columns = useColumnActions(choices, change, directions.directionOf);
  const [rowCount, setRowCount] = useState(0);
  const [groupCount, setGroupCount] = useState<number>();
  const cursor = useRowCursor(rowCount);
  const rows = useRef<RowAccess>(noRows);
  const onRows = useCallback((access: RowAccess) => {
    rows.current = access;
    setRowCount(access.count);
    setGroupCount(access.groups);
  }, []);
  const matching = news.matching ?? 0;
  const selection = useSelection(view.selected, { workspace, query, matching, change, cursor, rows });
  const trash = useTrash(workspace, news.accept);
  const bulk = useBulk(workspace, news.accept);
  const actions = { workspace, selection, trash, lifecycle, news, query };
  useRunsKeys({ ...actions, cursor, rows });
  const name = useWorkspaces().data?.workspaces.find((each) => each.slug === workspace)?.name ?? workspace;

  return (
    <div className={classes['page']}>
      <Page
        title="Runs"
        crumbs={[{ label: name, to: url.workspace(workspace) }]}
        aside={<RunsCount news={news} selected={selection.count} groups={groupCount} />}
        actions={
          <RunsTools
            workspace={workspace}
            view={view}
            choices={choices}
            actions={columns}
            onChange={change}
          />
        }
      >
        <div className={classes['filters']}>
          <FilterBar
            workspace={workspace}
            experiments={experiments}
            filter={filter}
            problem={news.error}
            onFilter={(next) => change((now) => ({ ...now, filter: next }))}
          />
          <QuickFacets view={view} onChange={change} />
        </div>
        <div className={classes['table']}>
          <FreshPill news={news} />
          <RunsBody
            {...actions}
            view={view}
            onChange={change}
            choices={choices}
            actions={columns}
            directions={directions}
            cursor={cursor}
            phone={phone}
            onTop={setAtTop}
            onRows={onRows}
          />
          {selection.count > 0 && (
            <SelectionBar {...actions} bulk={bulk} view={view} choices={choices ?? []} matching={matching} />
          )}
        </div>
      </Page>
    </div>
  );
}
