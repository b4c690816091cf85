import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import type { Direction } from '#domain/metric/direction.ts';
import { directionsOf } from '#server/modules/metric-settings/metric-settings.queries.ts';
import type { Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { findKeys } from '#server/sql/key-names.ts';
import { type TermReading, type TermValue, valuesOfTerm } from './term-values.queries.ts';

/** What rows show of some terms. */
export interface RunCells {
  /** By internal id, in the order of the terms. */
  cellsOf(this: void, run: number): (TermValue | null)[];
  /** Beside them the steps of least, greatest and best values; `undefined` where no term is one. */
  stepsOf(this: void, run: number): (string | null)[] | undefined;
}

/** Reads just these terms of just these runs. Metrics count as folded: settle them before. */
export function* readCells(terms: readonly ValueTerm[], reading: TermReading): Work<RunCells> {
  const values: ReadonlyMap<number, TermValue>[] = [];
  const steps: (ReadonlyMap<number, string> | undefined)[] = [];
  for (const term of terms) {
    values.push(yield* valuesOfTerm(term, reading));
    steps.push(yield* stepsOfTerm(term, reading));
  }
  const hasSteps = steps.some((each) => each !== undefined);
  return {
    cellsOf: (run) => values.map((each) => each.get(run) ?? null),
    stepsOf: (run) => (hasSteps ? steps.map((each) => each?.get(run) ?? null) : undefined),
  };
}

/** Where neither way is better, the best value is the last. */
const bestSteps: Readonly<Record<Direction, string>> = {
  up: 'step_of_max',
  down: 'step_of_min',
  none: 'last_step',
};

/** The step at which each run had a least, greatest or best value, as text: it may exceed what a double holds. */
function* stepsOfTerm(
  { field, summary }: ValueTerm,
  { workspaceId, runIds }: TermReading,
): Work<ReadonlyMap<number, string> | undefined> {
  if (summary !== 'min' && summary !== 'max' && summary !== 'best') return undefined;
  const keyId = (yield* findKeys([field.key])).get(field.key);
  if (keyId === undefined) return undefined;
  const column =
    summary === 'best'
      ? bestSteps[(yield* directionsOf(workspaceId, [field.key])).get(field.key) ?? 'none']
      : `step_of_${summary}`;
  const rows = yield* inChunks<{ run: number; step: number | bigint | null }>(
    (marks) => `SELECT run, ${column} AS "step" FROM series WHERE run IN (${marks}) AND key_id = ?`,
    runIds,
    [keyId],
  );
  return new Map(rows.flatMap(({ run, step }) => (step === null ? [] : [[run, String(step)]])));
}
