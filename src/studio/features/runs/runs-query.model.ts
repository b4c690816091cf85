import { type LifecycleView, type RunsView, toOrderBy } from './runs-view.model.ts';

/** Which runs, in which order: what a search says beside columns and windows. */
export interface RunsQuery {
  readonly experimentIds: string[];
  readonly filter: string;
  readonly view: LifecycleView;
  readonly orderBy: string[];
  /** `null`: only runs that are nobody's child. */
  readonly parentRunId?: null;
}

export function toRunsQuery(
  view: Pick<RunsView, 'experiments' | 'filter' | 'lifecycle' | 'sort' | 'as'>,
): RunsQuery {
  return {
    experimentIds: [...view.experiments],
    filter: view.filter.trim(),
    view: view.lifecycle,
    orderBy: toOrderBy(view.sort),
    ...(view.as === 'tree' ? { parentRunId: null } : {}),
  };
}
