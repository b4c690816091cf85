import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row, Statement, Work } from '#server/ports/database.ts';
import { inChunks } from './in-chunks.ts';

/** Runs work against a database that answers each statement with these rows. */
function answer<T>(work: Work<T>, rowsOf: (statement: Statement) => readonly Row[]): T {
  let step = work.next();
  while (step.done !== true) step = work.next(rowsOf(step.value));
  return step.value;
}

const listOf = (marks: string) => `IN (${marks})`;

describe('a list of any length', () => {
  it('is asked for whole, with as many marks as parameters, each value answered once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 1300 }), (values) => {
        const found = answer(inChunks<{ value: number }>(listOf, values, ['more']), ({ sql, params }) => {
          expect(sql.split('?').length - 1).toBe(params.length - 1);
          expect(params.at(-1)).toBe('more');
          return [...new Set(params.slice(0, -1))].map((value) => ({ value: value ?? null }));
        });
        expect(found.map((row) => row.value)).toEqual(values);
      }),
    );
  });

  it.each([1, 400, 900])('may have more rows than a call has arguments: %i values', (length) => {
    const many = Array.from({ length: 200_000 }, (_none, at) => ({ at }));
    const values = Array.from({ length }, (_none, at) => at);
    const found = answer(inChunks(listOf, values), () => many);
    expect(found).toHaveLength(many.length * Math.ceil(length / 400));
  });
});
