import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeStudioFilter } from './studio-complete.ts';

describe('completion', () => {
  it.each([
    ['|', { expects: 'field', typed: '' }],
    ['met|', { expects: 'field', typed: 'met', replace: { start: 0, end: 3 } }],
    ['val/acc|', { expects: 'field', typed: 'val/acc', replace: { start: 0, end: 7 } }],
    ['metrics.ac|', { expects: 'key', entity: 'metric', typed: 'ac', replace: { start: 8, end: 10 } }],
    [
      'metrics.val/ac|',
      { expects: 'key', entity: 'metric', typed: 'val/ac', replace: { start: 8, end: 14 } },
    ],
    ['metrics.`val/ac|', { expects: 'key', entity: 'metric', typed: '`val/ac' }],
    ['dataset.|', { expects: 'key', entity: 'dataset', options: ['name', 'digest', 'context'] }],
    ['best(metrics.a|', { expects: 'key', entity: 'metric', typed: 'a' }],
    ['metrics.a > 1 OR NOT (para|', { expects: 'field', typed: 'para' }],
    ['metrics.acc |', { expects: 'operator' }],
    ['best(metrics.acc) |', { expects: 'operator' }],
    ['params.opt LI|', { expects: 'operator', typed: 'LI' }],
    ['metrics.a - metrics.b |', { expects: 'operator' }],
    ['metrics.acc > |', { expects: 'value', valueKind: 'number', term: { field: { key: 'acc' } } }],
    ["params.opt = 'ad|", { expects: 'value', valueKind: 'keyed', typed: "'ad" }],
    ['params.opt ~ |', { expects: 'value', valueKind: 'keyed' }],
    ['status = |', { expects: 'value', options: expect.arrayContaining(["'FAILED'"]) as unknown }],
    [
      'start_time > |',
      { expects: 'value', valueKind: 'time', options: expect.arrayContaining(["'-7d'"]) as unknown },
    ],
    ['status NOT IN (|', { expects: 'value', isList: true }],
    ["status IN ('FAILED', |", { expects: 'value', isList: true, term: { field: { key: 'status' } } }],
    ['metrics.a BETWEEN 1 |', { expects: 'joiner', options: ['AND'] }],
    ['metrics.a BETWEEN 1 AND |', { expects: 'value' }],
    ['metrics.a BETWEEN 1 AND 2 |', { expects: 'joiner', options: ['AND', 'OR'] }],
    ['(metrics.acc > 1 |', { expects: 'joiner', options: ['AND', 'OR', ')'] }],
    ['params.x IS NOT NULL |', { expects: 'joiner' }],
    ['metrics.acc > 1 AND |', { expects: 'field' }],
    ['bert |', { expects: 'joiner' }],
    ['metrics.a > 1 metrics.|', { expects: 'key', entity: 'metric' }],
    ['metrics.acc > 1 AND para| AND x', { expects: 'field', typed: 'para' }],
  ])('at %j', (marked, wanted) => {
    const cursor = marked.indexOf('|');
    expect(completeStudioFilter(marked.replace('|', ''), cursor)).toMatchObject(wanted);
  });

  const pieces =
    `metrics. params. a b/c bert min( ( ) , 1 -1 ' " \` \\ = > ~ - + AND OR NOT IN IS NULL BETWEEN LIKE`.split(
      ' ',
    );

  it('never fails, and takes the place of what is before the cursor', () => {
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces, ' ', ' '), fc.string({ maxLength: 3 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        soup.map((parts) => parts.join('')),
        fc.nat(60),
        (text, place) => {
          const cursor = Math.min(place, text.length);
          const { replace, typed } = completeStudioFilter(text, cursor);
          expect(replace.end).toBe(cursor);
          expect(text.slice(replace.start, replace.end)).toBe(typed);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
