import { type LifecycleView, type RunsView, toOrderBy } from './runs-view.model.ts';

/** Which runs, in which order: what a search says beside columns and windows. */
export interface RunsQuery {
  readonly experimentIds: string[];
  readonly filter: string;
  readonly view: LifecycleView;
  readonly orderBy: string[];
}

export function toRunsQuery(
  view: Pick<RunsView, 'experiments' | 'filter' | 'lifecycle' | 'sort'>,
): RunsQuery {
  return {
    experimentIds: [...view.experiments],
    filter: view.filter.trim(),
    view: view.lifecycle,
    orderBy: toOrderBy(view.sort),
  };
}
