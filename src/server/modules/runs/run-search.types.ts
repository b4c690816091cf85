import type { OrderTerm } from '#domain/filter/filter-ast.ts';
import type { SettledFilter } from '#domain/filter/settle-filter.ts';

export type LifecycleView = 'active' | 'deleted' | 'all';

/** Which runs a search is about, before any filter. */
export interface RunScope {
  readonly workspaceId: number;
  /** `undefined`: all of the workspace. An empty list holds no run. */
  readonly experimentIds: readonly number[] | undefined;
  readonly view: LifecycleView;
}

export interface RunSearch extends RunScope {
  readonly filter: SettledFilter;
  /** Ties are broken by start, newest first, then by run id. */
  readonly order: readonly OrderTerm[];
  /** Parameters that read as numbers are ordered as such, before all other texts. MLflow orders texts. */
  readonly numericParams?: boolean;
}

/** Where a run stands in an order: one value for each term, then the tie-breakers. */
export interface RunPosition {
  readonly terms: readonly PositionTerm[];
  readonly startedAtMs: number;
  readonly runId: string;
}

export interface PositionTerm {
  /** 0: a value, 1: NaN, 2: none. */
  readonly rank: number;
  readonly value: string | number | null;
}

export interface RunWindow {
  /** Runs to leave out at the beginning. */
  readonly offset: number;
  /** Begins behind this place, when there is one. */
  readonly after: RunPosition | undefined;
  readonly limit: number;
}

export interface FoundRuns {
  /** Internal ids, in order. */
  readonly ids: readonly number[];
  /** Where the last of them stands; `undefined` where nothing was found. */
  readonly last: RunPosition | undefined;
  /** Others follow. */
  readonly more: boolean;
}
