import { Problem } from '#contract/problem.ts';
import type { MatchCondition, WordsCondition } from '#domain/filter/filter-ast.ts';
import { lowerAscii } from '#domain/filter/like.ts';
import { createMatcher, type PatternBudget } from '#domain/filter/pattern-matcher.ts';
import { parsePattern, PatternFailure } from '#domain/filter/text-pattern.ts';
import { all, type Work } from '#server/ports/database.ts';
import { compareMatch } from '#server/sql/compare-sql.ts';
import { and, never, part, type SqlPart } from '#server/sql/sql-part.ts';
import { attributeColumns } from './run-filter.ts';
import type { MatchContext } from './match-context.ts';
import { scopeOf } from './run-plan.ts';
import { mark, marked, readIds, readValues } from './scoped-runs.queries.ts';

/** The runs with a text that a regular expression finds; the texts are read, each distinct one tested once. */
export function* matchPattern(node: MatchCondition, context: MatchContext): Work<Uint8Array> {
  const source = textsOf(node, context);
  if (source === undefined) return new Uint8Array(context.runs.ids.length);
  const finds = matcherOf(node.value, context.runs.patternBudget);
  const wanted = node.operator === '~';
  const { runs, values } = yield* readValues<string>(source);
  const tested = new Map<string, boolean>();
  const found: number[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    let fits = tested.get(value);
    if (fits === undefined) {
      fits = finds(value) === wanted;
      tested.set(value, fits);
    }
    if (fits) found.push(runs[index] ?? 0);
  }
  return marked(context.runs, found);
}

/** What the pattern cannot do becomes what the filter cannot do. */
function matcherOf(pattern: string, budget: PatternBudget): (text: string) => boolean {
  const finds = createMatcher(parsePattern(pattern), budget);
  return (text) => {
    try {
      return finds(text);
    } catch (error) {
      if (!(error instanceof PatternFailure)) throw error;
      throw new Problem('invalid-input', error.message, { field: 'filter' });
    }
  };
}

/** Every text that a field has, by run. */
function textsOf({ field: { entity, key } }: MatchCondition, context: MatchContext): SqlPart | undefined {
  const keyId = context.keys.get(key);
  const where = scopeOf(context.search, 'none');
  switch (entity) {
    case 'attribute':
      return part(
        `SELECT run.id AS run, ${attributeColumns[key] ?? 'NULL'} AS value FROM run WHERE ${where.sql}`,
        ...where.params,
      );
    case 'dataset':
      return part(
        `SELECT run.id AS run, ${key === 'context' ? 'run_dataset' : 'dataset'}.${key} AS value
         FROM run JOIN run_dataset ON run_dataset.run = run.id JOIN dataset ON dataset.id = run_dataset.dataset_id
         WHERE ${where.sql}`,
        ...where.params,
      );
    case 'metric':
      return undefined;
    default:
      if (keyId === undefined) return undefined;
      return part(`SELECT run, value FROM ${entity === 'tag' ? 'tag' : 'param'} WHERE key_id = ?`, keyId);
  }
}

/** The tag that holds what the run's name says too. */
const nameTag = 'mlflow.runName';

/** The runs that hold a text, in any case of A to Z, in their name, user, note, tags or parameters. */
export function* matchWords({ value }: WordsCondition, context: MatchContext): Work<Uint8Array> {
  const holds = (column: string): SqlPart =>
    compareMatch(column, { kind: 'match', field: nowhere, operator: 'CONTAINS', value }) ?? never;
  const [name, user] = [holds('run.name'), holds('run.user_id')];
  const where = and([
    scopeOf(context.search, 'none'),
    part(`(${name.sql} OR ${user.sql})`, ...name.params, ...user.params),
  ]);
  const found = marked(
    context.runs,
    yield* readIds(part(`SELECT run.id AS id FROM run WHERE ${where.sql}`, ...where.params)),
  );
  const finds = (text: string): boolean => lowerAscii(text).includes(lowerAscii(value));
  const wanted = { finds, holds: holds('e.value') };
  for (const table of ['tag', 'param'] as const) {
    for (const keyId of yield* keysOfTable(table)) {
      for (const rows of yield* rowsHolding(table, keyId, wanted)) {
        mark(found, context.runs, yield* readIds(rows));
      }
    }
  }
  return found;
}

const nowhere = { entity: 'attribute', key: '' } as const;

/** The keys in use, each found by one look into the index; without the name's tag, which the run itself has. */
function* keysOfTable(table: 'tag' | 'param'): Work<readonly number[]> {
  const rows = yield* all<{ keyId: number }>(
    `WITH RECURSIVE used(key_id) AS (
       SELECT MIN(key_id) FROM ${table}
       UNION ALL SELECT (SELECT MIN(key_id) FROM ${table} WHERE key_id > used.key_id) FROM used WHERE key_id IS NOT NULL)
     SELECT key_id AS "keyId" FROM used WHERE key_id IS NOT NULL
       AND key_id NOT IN (SELECT id FROM key_name WHERE name = ?)`,
    [nameTag],
  );
  return rows.map(({ keyId }) => keyId);
}

/** A key with no more values than this is asked for by its values. */
const fewValues = 1000;

/** The rows of a key whose text holds the words: by the few values that there are, or by all rows. */
function* rowsHolding(
  table: 'tag' | 'param',
  keyId: number,
  { finds, holds }: { readonly finds: (text: string) => boolean; readonly holds: SqlPart },
): Work<readonly SqlPart[]> {
  const values = yield* distinctValues(table, keyId);
  if (values === undefined) {
    return [
      part(
        `SELECT e.run AS id FROM ${table} AS e WHERE e.key_id = ? AND ${holds.sql}`,
        keyId,
        ...holds.params,
      ),
    ];
  }
  return values
    .filter(finds)
    .map((value) =>
      part(`SELECT e.run AS id FROM ${table} AS e WHERE e.key_id = ? AND e.value = ?`, keyId, value),
    );
}

/** The values of a key, each found by one look into the index; `undefined` where they are many. */
export function* distinctValues(table: 'tag' | 'param', keyId: number): Work<readonly string[] | undefined> {
  const next = `SELECT MIN(value) FROM ${table} WHERE key_id = ?`;
  const rows = yield* all<{ value: string }>(
    `WITH RECURSIVE each(value) AS (
       ${next} UNION ALL SELECT (${next} AND value > each.value) FROM each WHERE each.value IS NOT NULL)
     SELECT value FROM each WHERE value IS NOT NULL LIMIT ${fewValues + 1}`,
    [keyId, keyId],
  );
  return rows.length > fewValues ? undefined : rows.map(({ value }) => value);
}
