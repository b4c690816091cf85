import type { RunColumn } from '#contract/run-columns.ts';
import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { runColourTag } from '#domain/colour/run-marks.ts';
import { toParamNumber } from '#domain/param-number.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { searchRunIds } from './run-search.queries.ts';
import type { RunSearch } from './run-search.types.ts';
import { type TermValue, valuesOfTerm } from './term-values.queries.ts';

/** Which runs: some by the ids that clients see, or the first that a search finds. */
export type RunsWanted =
  { readonly runIds: readonly string[] } | { readonly search: RunSearch; readonly limit: number };

export interface RunColumnsInput {
  readonly workspaceId: number;
  readonly wanted: RunsWanted;
  readonly terms: readonly ValueTerm[];
}

interface ColumnRun {
  readonly id: number;
  readonly runId: string;
  readonly name: string;
}

export const readColumnsOfRuns = defineRead('runs.columns', 'long', function* (input: RunColumnsInput) {
  const { workspaceId, wanted, terms } = input;
  const found =
    'runIds' in wanted ? yield* runsByKey(wanted.runIds, workspaceId) : yield* runsOfSearch(wanted);
  const ids = found.map(({ id }) => id);
  const reading = { workspaceId, runIds: ids };
  const colours = yield* valuesOfTerm({ field: { entity: 'tag', key: runColourTag } }, reading);
  const columns: RunColumn[] = [];
  for (const term of terms) columns.push(toColumn(term, ids, yield* valuesOfTerm(term, reading)));
  const runs = found.map(({ id, runId, name }) => {
    const colour = colours.get(id);
    return { runId, name, mark: id, colour: typeof colour === 'string' ? colour : null };
  });
  return { runs, columns };
});

function* runsByKey(runIds: readonly string[], workspaceId: number): Work<readonly ColumnRun[]> {
  const rows = yield* inChunks<ColumnRun>(
    (marks) => `SELECT id, run_id AS "runId", name FROM run WHERE run_id IN (${marks}) AND workspace_id = ?`,
    [...new Set(runIds)],
    [workspaceId],
  );
  const byKey = new Map(rows.map((row) => [row.runId, row]));
  return [...new Set(runIds)].flatMap((runId) => byKey.get(runId) ?? []);
}

function* runsOfSearch({ search, limit }: { readonly search: RunSearch; readonly limit: number }) {
  const { ids } = yield* searchRunIds(search, { offset: 0, after: undefined, limit });
  const rows = yield* inChunks<ColumnRun>(
    (marks) => `SELECT id, run_id AS "runId", name FROM run WHERE id IN (${marks})`,
    ids,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function toColumn(
  term: ValueTerm,
  ids: readonly number[],
  values: ReadonlyMap<number, TermValue>,
): RunColumn {
  const found = ids.map((id) => values.get(id) ?? null);
  const numbers = found.map((value) => (typeof value === 'string' ? toParamNumber(value) : value));
  // One word makes all of them words: a chart has one kind of axis.
  const isNumeric = numbers.every((value) => value !== undefined) && numbers.some((value) => value !== null);
  return isNumeric
    ? { term: printTerm(term), kind: 'number', values: numbers.map((value) => value ?? null) }
    : {
        term: printTerm(term),
        kind: 'text',
        values: found.map((value) => (value === null ? null : String(value))),
      };
}
