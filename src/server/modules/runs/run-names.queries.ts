import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { manyRuns } from './many-runs.queries.ts';
import { readCells } from './run-cells.queries.ts';
import type { TermValue } from './term-values.queries.ts';

export interface TermsOfRun {
  readonly runId: string;
  /** In the order of the terms. */
  readonly values: readonly (TermValue | null)[];
}

/** Values of some runs, in the order of the runs. Problem: `not-found`. */
export const readTermsOfRuns = defineRead(
  'runs.terms-of-runs',
  'long',
  function* (input: {
    readonly workspaceId: number;
    readonly runIds: readonly string[];
    readonly terms: readonly ValueTerm[];
  }): Work<readonly TermsOfRun[]> {
    const runs = yield* manyRuns(input.workspaceId, input.runIds);
    const reading = { workspaceId: input.workspaceId, runIds: runs.map(({ id }) => id) };
    const { cellsOf } = yield* readCells(input.terms, reading);
    return runs.map(({ id, runId }) => ({ runId, values: cellsOf(id) }));
  },
);
