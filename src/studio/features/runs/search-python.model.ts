import type { AllOf } from '#domain/filter/filter-ast.ts';
import { FilterFailure } from '#domain/filter/filter-failure.ts';
import { type SearchAsPython, toAzurePython, toPython } from '#domain/filter/filter-python.ts';
import { parseStudioFilter } from '#domain/filter/studio-parse.ts';
import { trackingUri } from '#studio/ui/log-snippet.model.ts';
import { type RunsView, toOrderBy } from './runs-view.model.ts';

/** The search on screen as lines of Python for the `mlflow` client. */
export function toSearchPython(
  origin: string,
  workspace: string,
  view: RunsView,
  experimentNames: readonly string[],
): string {
  return toPython(searchOf(origin, workspace, view, experimentNames));
}

/** The same for Azure Machine Learning, whose dialect says less. */
export function toAzureSearch(
  origin: string,
  workspace: string,
  view: RunsView,
  experimentNames: readonly string[],
): string {
  return toAzurePython(searchOf(origin, workspace, view, experimentNames));
}

function searchOf(
  origin: string,
  workspace: string,
  view: RunsView,
  experimentNames: readonly string[],
): SearchAsPython {
  return {
    trackingUri: trackingUri(origin, workspace),
    experimentNames,
    filter: readFilter(view.filter),
    orderBy: toOrderBy(view.sort),
    nowMs: Date.now(),
  };
}

/** A filter that cannot be read finds nothing on screen either; then the search is for all runs. */
function readFilter(text: string): AllOf {
  try {
    return parseStudioFilter(text);
  } catch (error) {
    if (error instanceof FilterFailure) return { kind: 'all', terms: [] };
    throw error;
  }
}
