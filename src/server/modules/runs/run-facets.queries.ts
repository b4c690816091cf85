import type { RunFacet } from '#contract/run-facets.ts';
import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { type SettledNode, termsOf } from '#domain/filter/settle-filter.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { findKeys } from '#server/sql/key-names.ts';
import { part } from '#server/sql/sql-part.ts';
import { readFacet } from './facet-values.queries.ts';
import { withoutBest } from './run-best.queries.ts';
import { keysOf } from './run-keys.queries.ts';
import { matchNode } from './run-matching.queries.ts';
import { scopeOf } from './run-plan.ts';
import type { RunSearch } from './run-search.types.ts';
import { marked, readIds, runsInScope, type ScopedRuns } from './scoped-runs.queries.ts';

export interface FacetsQuery {
  readonly search: RunSearch;
  readonly terms: readonly ValueTerm[];
  /** Values told of each. */
  readonly limit: number;
}

/** Each condition of the filter is one set of runs; a facet counts among those that fail none but its own. */
export const readFacets = defineRead(
  'runs.facets',
  'long',
  function* ({ search: asked, terms, limit }: FacetsQuery): Work<{ facets: RunFacet[]; matching: number }> {
    const search = yield* withoutBest(asked);
    const countsExperiments = terms.some(isExperiment);
    // The facet of experiments looks beyond those that are chosen.
    const scope = countsExperiments ? { ...search, experimentIds: undefined } : search;
    const runs = yield* runsInScope(scope);
    const keys = yield* keysOf(search);
    const keyed = terms.map(({ field }) => field.key);
    const context = {
      search: scope,
      runs,
      keys: new Map([...keys, ...(yield* findKeys([...new Set(keyed)]))]),
    };
    const tests: FacetTest[] = [];
    for (const node of search.filter.terms) {
      tests.push({ field: soleField(node), holds: yield* matchNode(node, context) });
    }
    if (countsExperiments && search.experimentIds !== undefined) {
      tests.push({ field: 'experiment', holds: yield* inExperiments(search, runs) });
    }
    const failures = countFailures(tests, runs);
    const facets: RunFacet[] = [];
    for (const term of terms) {
      const kept = keptFor(printTerm(term), tests, failures);
      facets.push(yield* readFacet({ term, kept, limit, context }));
    }
    return { facets, matching: failures.reduce((sum, each) => sum + (each === 0 ? 1 : 0), 0) };
  },
);

interface FacetTest {
  /** The one field that it is about. */
  readonly field: string | undefined;
  readonly holds: Uint8Array;
}

function isExperiment({ field }: ValueTerm): boolean {
  return field.entity === 'attribute' && field.key === 'experiment';
}

function soleField(node: SettledNode): string | undefined {
  const fields = new Set(termsOf(node).map((term) => printTerm(term)));
  const [only] = fields;
  return fields.size === 1 && node.kind !== 'words' ? only : undefined;
}

function* inExperiments(search: RunSearch, runs: ScopedRuns): Work<Uint8Array> {
  const where = scopeOf(search, 'workspace');
  const ids = yield* readIds(part(`SELECT run.id AS id FROM run WHERE ${where.sql}`, ...where.params));
  return marked(runs, ids);
}

/** How many tests each run fails, by place. */
function countFailures(tests: readonly FacetTest[], { ids }: ScopedRuns): Uint16Array {
  const failures = new Uint16Array(ids.length);
  for (const { holds } of tests) {
    for (let at = 0; at < failures.length; at += 1) {
      if (holds[at] !== 1) failures[at] = (failures[at] ?? 0) + 1;
    }
  }
  return failures;
}

function keptFor(field: string, tests: readonly FacetTest[], failures: Uint16Array): Uint8Array {
  const own = tests.filter((test) => test.field === field);
  const kept = new Uint8Array(failures.length);
  for (let at = 0; at < kept.length; at += 1) {
    let others = failures[at] ?? 0;
    for (const { holds } of own) if (holds[at] !== 1) others -= 1;
    if (others === 0) kept[at] = 1;
  }
  return kept;
}
