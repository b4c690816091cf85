import { FilterFailure } from '#domain/filter/filter-failure.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { LifecycleView } from '#server/modules/runs/run-search.types.ts';
import { invalid } from './page-token.ts';

const maxPage = 50_000;
/** A statement has a limited number of parameters, and a filter needs some of them. */
const maxExperiments = 10_000;

/** The experiments that a search is about, each once. */
export function readExperimentIds(workspace: WorkspaceScope, ids: readonly string[]): readonly number[] {
  const found = new Set(ids.map((id) => keyOf(workspace, id).experimentId));
  if (found.size <= maxExperiments) return [...found];
  throw invalid(
    `Invalid value for parameter 'experiment_ids' supplied. A search takes at most ${maxExperiments} experiments, not ${found.size}: search in parts.`,
  );
}

/** @param usual for requests that do not say; `undefined` where they must */
export function readMaxResults(value: number | bigint | undefined, usual: number | undefined): number {
  const count = Number(value ?? usual ?? 0);
  const what = `Invalid value ${value ?? 0} for parameter 'max_results' supplied.`;
  if (count < 1) throw invalid(`${what} It must be a positive integer`);
  if (count > maxPage) throw invalid(`${what} It must be at most ${maxPage}`);
  return count;
}

export function readView(viewType: string | undefined): LifecycleView {
  if (viewType === 'ALL') return 'all';
  return viewType === 'DELETED_ONLY' ? 'deleted' : 'active';
}

/** Reads a filter or an order; a mistake is told in MLflow's words. */
export function readLanguage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FilterFailure) throw invalid(error.message);
    throw error;
  }
}
