import type { CompareView } from './compare-view.model.ts';

/** Hides a run, or shows it again. */
export function toggleHidden(view: CompareView, runId: string): CompareView {
  const hidden = view.hidden.includes(runId)
    ? view.hidden.filter((id) => id !== runId)
    : [...view.hidden, runId];
  return { ...view, hidden };
}

/** Shows one run only; asked again for the only one shown, shows all. `all` are the runs compared. */
export function toggleSolo(view: CompareView, all: readonly string[], runId: string): CompareView {
  const others = all.filter((id) => id !== runId);
  const alone = !view.hidden.includes(runId) && others.every((id) => view.hidden.includes(id));
  return { ...view, hidden: alone ? [] : others };
}

/** Hides some runs more. */
export function hideRuns(view: CompareView, runIds: readonly string[]): CompareView {
  return { ...view, hidden: [...new Set([...view.hidden, ...runIds])] };
}

/** Compares these runs alone, whatever chose the runs before. */
export function keepOnly(view: CompareView, runIds: readonly string[]): CompareView {
  const { baseline } = view;
  const stays = baseline === null || baseline === undefined || runIds.includes(baseline);
  return {
    ...view,
    runIds,
    filter: undefined,
    hidden: [],
    baseline: stays ? baseline : undefined,
  };
}

/** Takes runs out of the comparison, and out of all that speaks of them. `all` are the runs compared. */
export function withoutRuns(
  view: CompareView,
  all: readonly string[],
  runIds: readonly string[],
): CompareView {
  const stays = (id: string): boolean => !runIds.includes(id);
  const { baseline, other } = view;
  return {
    ...view,
    // What a filter found is written down: the filter would bring back what is taken out.
    runIds: (view.filter === undefined ? view.runIds : all).filter(stays),
    filter: undefined,
    hidden: view.hidden.filter(stays),
    baseline: typeof baseline === 'string' && !stays(baseline) ? undefined : baseline,
    other: other !== undefined && !stays(other) ? undefined : other,
  };
}

/** The first to be shown is the baseline; the others keep their order. */
export function baselineFirst<T extends { readonly runId: string }>(
  runs: readonly T[],
  baseline: string | undefined,
): readonly T[] {
  const first = runs.filter((run) => run.runId === baseline);
  return first.length === 0 ? runs : [...first, ...runs.filter((run) => run.runId !== baseline)];
}
