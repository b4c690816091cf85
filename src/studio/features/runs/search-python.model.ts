import { toPython } from '#domain/filter/filter-python.ts';
import { trackingUri } from '#studio/ui/log-snippet.model.ts';
import { type RunsView, toOrderBy } from './runs-view.model.ts';

/** The search on screen as lines of Python for the `mlflow` client. */
export function toSearchPython(
  origin: string,
  workspace: string,
  view: RunsView,
  experimentNames: readonly string[],
): string {
  return toPython({
    trackingUri: trackingUri(origin, workspace),
    experimentNames,
    filter: view.filter.trim(),
    orderBy: toOrderBy(view.sort),
  });
}
