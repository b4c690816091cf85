import type { KeyIds } from './run-filter.ts';
import type { RunSearch } from './run-search.types.ts';
import type { ScopedRuns } from './scoped-runs.queries.ts';

/** What conditions are answered with. */
export interface MatchContext {
  readonly search: RunSearch;
  readonly keys: KeyIds;
  readonly runs: ScopedRuns;
}
