import { describe, expect, it } from 'vitest';
import { completeFilter } from './filter-complete.ts';
import { runDialect } from './filter-dialects.ts';

describe('completion', () => {
  it.each([
    ['|', { expects: 'field', typed: '' }],
    ['met|', { expects: 'field', typed: 'met', replace: { start: 0, end: 3 } }],
    ['metrics.ac|', { expects: 'key', entity: 'metric', typed: 'ac', replace: { start: 8, end: 10 } }],
    ['dataset.|', { expects: 'key', entity: 'dataset', options: ['name', 'digest', 'context'] }],
    ['metrics.acc |', { expects: 'operator', options: ['=', '!=', '>', '>=', '<', '<='] }],
    ['params.opt LI|', { expects: 'operator', typed: 'LI' }],
    ['metrics.acc > |', { expects: 'value', entity: 'metric', key: 'acc', valueKind: 'number' }],
    ["params.opt = 'ad|", { expects: 'value', key: 'opt', valueKind: 'text' }],
    ['metrics."val/l|', { expects: 'key', entity: 'metric', typed: '"val/l' }],
    ['status = |', { expects: 'value', options: ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'] }],
    ['run_id NOT IN (|', { expects: 'value', valueKind: 'list' }],
    ['metrics.acc > 1 |', { expects: 'separator', options: ['AND'] }],
    ['params.x IS NOT NULL |', { expects: 'separator' }],
    ['metrics.acc > 1 AND |', { expects: 'field' }],
    ['metrics.acc > 1 AND para| AND x', { expects: 'field', typed: 'para' }],
  ])('at %j', (marked, wanted) => {
    const cursor = marked.indexOf('|');
    expect(completeFilter(marked.replace('|', ''), cursor, runDialect)).toMatchObject(wanted);
  });
});
