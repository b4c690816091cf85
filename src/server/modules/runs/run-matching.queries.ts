import type { SettledCondition, SettledNode } from '#domain/filter/settle-filter.ts';
import type { Work } from '#server/ports/database.ts';
import { and, part } from '#server/sql/sql-part.ts';
import { fieldOf, type KeyIds, keyedRows, toCondition } from './run-filter.ts';
import type { MatchContext } from './match-context.ts';
import { matchNumbers } from './number-condition.queries.ts';
import { isCondition, scopeOf } from './run-plan.ts';
import type { RunSearch } from './run-search.types.ts';
import { marked, readIds, type ScopedRuns } from './scoped-runs.queries.ts';
import { matchPattern, matchWords } from './text-condition.queries.ts';

/** A 1 at the place of each run that matches. `best` has become another summary by now. */
export function* keepMatching(search: RunSearch, keys: KeyIds, runs: ScopedRuns): Work<Uint8Array> {
  return yield* matchNode(search.filter, { search, keys, runs });
}

/** A set of runs for each condition, put together as the filter says. */
export function* matchNode(node: SettledNode, context: MatchContext): Work<Uint8Array> {
  switch (node.kind) {
    case 'all':
      return yield* matchAll(node.terms, context);
    case 'any': {
      const found = new Uint8Array(context.runs.ids.length);
      for (const term of node.terms) {
        const more = yield* matchNode(term, context);
        for (let at = 0; at < found.length; at += 1) if (more[at] === 1) found[at] = 1;
      }
      return found;
    }
    case 'not': {
      const found = yield* matchNode(node.term, context);
      for (let at = 0; at < found.length; at += 1) found[at] = found[at] === 1 ? 0 : 1;
      return found;
    }
    default:
      return yield* matchCondition(node, context);
  }
}

function* matchAll(terms: readonly SettledNode[], context: MatchContext): Work<Uint8Array> {
  const kept = new Uint8Array(context.runs.ids.length).fill(1);
  // What is asked of the runs themselves is asked at once.
  const onRun = terms.filter((term) => isCondition(term) && isOnRun(term));
  const conditions = onRun.flatMap((term) =>
    isCondition(term) ? (toCondition(term, context.keys) ?? []) : [],
  );
  if (conditions.length > 0) keep(kept, yield* matchRuns(conditions, context));
  for (const term of terms) {
    if (!onRun.includes(term)) keep(kept, yield* matchNode(term, context));
  }
  return kept;
}

function isOnRun(node: SettledCondition): boolean {
  const entity = fieldOf(node)?.entity;
  return (entity === 'attribute' || entity === 'dataset') && toCondition(node, new Map()) !== undefined;
}

function keep(kept: Uint8Array, more: Uint8Array): void {
  for (let at = 0; at < kept.length; at += 1) if (more[at] !== 1) kept[at] = 0;
}

function* matchCondition(node: SettledCondition, context: MatchContext): Work<Uint8Array> {
  const { keys, runs } = context;
  const keyId = keys.get(fieldOf(node)?.key ?? '');
  const rows = keyId === undefined ? undefined : keyedRows(node, keyId, 'e');
  if (rows !== undefined) {
    const { table, where } = rows;
    const ids = yield* readIds(
      part(`SELECT e.run AS id FROM ${table} AS e WHERE ${where.sql}`, ...where.params),
    );
    const found = marked(runs, ids);
    if (node.kind === 'null' && node.operator === 'IS NULL') {
      for (let at = 0; at < found.length; at += 1) found[at] = found[at] === 1 ? 0 : 1;
    }
    return found;
  }
  const condition = toCondition(node, keys);
  if (condition !== undefined) return yield* matchRuns([condition], context);
  if (node.kind === 'words') return yield* matchWords(node, context);
  return node.kind === 'match' ? yield* matchPattern(node, context) : yield* matchNumbers(node, context);
}

function* matchRuns(
  conditions: readonly ReturnType<typeof part>[],
  { search, runs }: MatchContext,
): Work<Uint8Array> {
  const where = and([scopeOf(search, 'none'), ...conditions]);
  return marked(
    runs,
    yield* readIds(part(`SELECT run.id AS id FROM run WHERE ${where.sql}`, ...where.params)),
  );
}
