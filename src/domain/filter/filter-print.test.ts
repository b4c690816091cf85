import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllOf, Comparison, Field } from './filter-ast.ts';
import { runDialect } from './filter-dialects.ts';
import { FilterFailure } from './filter-failure.ts';
import { parseFilter } from './filter-parse.ts';
import { isPrintable, printFilter } from './filter-print.ts';
import { parseOrder } from './order-parse.ts';

const fragments = [
  'metrics.',
  'params.',
  'tags.',
  'run_id',
  'status',
  'a',
  'b/c',
  '`',
  "'",
  '"',
  '\\',
  '%',
  ' ',
  '  ',
  '\n',
  '.',
  '-',
  '=',
  '!=',
  '>',
  '<=',
  'LIKE',
  'NOT',
  'IN',
  '(',
  ')',
  ',',
  'AND',
  'OR',
  'IS',
  'NULL',
  '1',
  '0.5',
  '1e9',
  '--',
  '/*',
  'é',
  '準',
];
const soup = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fragments) }, fc.string({ maxLength: 4 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/["'`\\]/.test(text));
const text = fc.string({ maxLength: 12 }).filter(isPrintable);
const keyed = fc.record({ entity: fc.constantFrom('parameter', 'tag'), key }) satisfies fc.Arbitrary<Field>;
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    kind: fc.constant('number'),
    field: fc.record({ entity: fc.constant('metric'), key }),
    operator: fc.constantFrom('=', '!=', '>', '>=', '<', '<='),
    value: fc.double({ noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('text'),
    field: keyed,
    operator: fc.constantFrom('=', '!=', 'LIKE', 'ILIKE'),
    value: text,
  }),
  fc.record({ kind: fc.constant('null'), field: keyed, operator: fc.constantFrom('IS NULL', 'IS NOT NULL') }),
  fc.record({
    kind: fc.constant('list'),
    field: fc.constant({ entity: 'attribute', key: 'run_id' } as const),
    operator: fc.constantFrom('IN', 'NOT IN'),
    items: fc.array(fc.record({ value: text }), { minLength: 1, maxLength: 3 }),
  }),
);
const tree: fc.Arbitrary<AllOf> = fc.record({
  kind: fc.constant('all'),
  terms: fc.array(comparison, { maxLength: 4 }),
});

/** The tree without where it stood and how it was quoted. */
function bare(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node, (name, value: unknown) => {
      if (name === 'span' || name === 'quote') return undefined;
      return value === Infinity ? 'Infinity' : value === -Infinity ? '-Infinity' : value;
    }),
  );
}

function tryParse(source: string): AllOf | FilterFailure {
  try {
    return parseFilter(source, runDialect);
  } catch (error) {
    if (error instanceof FilterFailure) return error;
    throw error;
  }
}

describe('printing', () => {
  it('gives a text that reads back as the same tree', () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(bare(parseFilter(printFilter(node), runDialect))).toEqual(bare(node));
      }),
    );
  });

  it('of whatever was read, reads the same again', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const node = tryParse(source);
        if (node instanceof FilterFailure) return;
        expect(bare(parseFilter(printFilter(node), runDialect))).toEqual(bare(node));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('reading anything at all', () => {
  it('fails only as a FilterFailure within the text', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const read = tryParse(source);
        if (!(read instanceof FilterFailure)) return;
        expect(read.start).toBeGreaterThanOrEqual(0);
        expect(read.end).toBeGreaterThanOrEqual(read.start);
        expect(read.end).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds for order terms too', () => {
    fc.assert(
      fc.property(soup, (source) => {
        try {
          parseOrder([source], runDialect);
        } catch (error) {
          expect(error).toBeInstanceOf(FilterFailure);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
