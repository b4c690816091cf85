import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaries, type ValueTerm } from './filter-ast.ts';
import { FilterFailure } from './filter-failure.ts';
import { printOrderTerm, printTerm } from './filter-print.ts';
import { parseTerm, parseTermOrder } from './term-parse.ts';

describe('value terms', () => {
  it.each([
    ['metrics.loss', 'metrics.loss'],
    ['metric.loss', 'metrics.loss'],
    ['metrics.`val/loss`', 'metrics.`val/loss`'],
    ['min(metrics.loss)', 'min(metrics.loss)'],
    ['MAX( metrics.`a)b` )', 'max(metrics.`a)b`)'],
    ['at(metrics.loss,1e3)', 'at(metrics.loss, 1000)'],
    ['at(metrics.loss, -5)', 'at(metrics.loss, -5)'],
    ['has_nan(metrics.a)', 'has_nan(metrics.a)'],
    ['params.min', 'params.min'],
    ['attributes.start_time', 'start_time'],
    ['started', 'start_time'],
    ['duration', 'duration'],
    ['"Run name"', 'run_name'],
    ['tags.mlflow.user', 'tags.mlflow.user'],
  ])('reads %j', (text, printed) => {
    expect(printTerm(parseTerm(text))).toBe(printed);
  });

  it.each([
    ['', ''],
    ['metrics.val/loss', '/'],
    ['min(params.lr)', 'params.lr'],
    ['min(metrics.a, 3)', ','],
    ['at(metrics.a)', ')'],
    ['at(metrics.a, 1.5)', '1.5'],
    ['median(metrics.a)', 'median'],
    ['min(metrics.a', ''],
    ['foo', 'foo'],
    ['metrics.a metrics.b', 'metrics.b'],
  ])('refuses %j, and points at %j', (text, pointedAt) => {
    let failure: unknown;
    try {
      parseTerm(text);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(FilterFailure);
    if (failure instanceof FilterFailure) expect(text.slice(failure.start, failure.end)).toBe(pointedAt);
  });

  const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/["'`\\]/.test(text));
  const metric = fc.record({ entity: fc.constant('metric' as const), key });
  const term: fc.Arbitrary<ValueTerm> = fc.oneof(
    fc.record({ field: fc.record({ entity: fc.constantFrom('metric', 'parameter', 'tag'), key }) }),
    fc.record({
      field: metric,
      summary: fc.constantFrom(...summaries.filter((each) => each !== 'at')),
    }),
    fc.record({ field: metric, summary: fc.constant('at' as const), step: fc.maxSafeInteger() }),
  );

  it('are printed so that they read back as the same, with a direction too', () => {
    fc.assert(
      fc.property(term, fc.boolean(), (value, ascending) => {
        const ignoringQuotes = { ...value, field: expect.objectContaining(value.field) as unknown };
        expect(parseTerm(printTerm(value))).toEqual(ignoringQuotes);
        expect(parseTermOrder(printOrderTerm({ ...value, ascending }))).toEqual({
          ...ignoringQuotes,
          ascending,
        });
      }),
    );
  });
});
