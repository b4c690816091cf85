import { describe, expect, it } from 'vitest';
import { experimentDialect, runDialect } from './filter-dialects.ts';
import { printOrderTerm } from './filter-print.ts';
import { parseOrder } from './order-parse.ts';

describe('order terms', () => {
  it.each([
    ['metrics.m', 'metrics.m'],
    ['metrics.m DESC', 'metrics.m DESC'],
    ['metrics.a  dEsC', 'metrics.a DESC'],
    ['metrics.`a b` desc', 'metrics.`a b` DESC'],
    ['metrics."a b" desc', 'metrics."a b" DESC'],
    ['attributes.start_time ASC', 'start_time'],
    ['Created desc', 'start_time DESC'],
    ['tags.mlflow.user', 'tags.mlflow.user'],
    ['run_name', 'run_name'],
  ])('reads %j', (text, printed) => {
    expect(parseOrder([text], runDialect).map(printOrderTerm)).toEqual([printed]);
  });

  it.each([
    ['metrics.m foo', `Invalid ordering key in order_by clause 'metrics.m foo'.`],
    ['', `Invalid order_by clause ''. Could not be parsed.`],
    [
      'metrics.a DESC, metrics.b',
      `Invalid order_by clause 'metrics.a DESC, metrics.b'. Could not be parsed.`,
    ],
    ['metrics.a ASC foo', `Invalid order_by clause 'metrics.a ASC foo'. Could not be parsed.`],
    ['params.a-b', `Invalid order_by clause 'params.a-b'. Could not be parsed.`],
    [
      'foo',
      `Invalid attribute key 'foo' specified. Valid keys are '{'run_id', 'run_name', 'status', 'user_id', 'artifact_uri', 'start_time', 'end_time', 'created', 'Created'}'`,
    ],
    ['dataset.name', `Invalid order_by entity type 'dataset'`],
  ])('refuses %j', (text, message) => {
    expect(() => parseOrder([text], runDialect)).toThrow(message);
  });

  it('refuses a key named twice, also by another name', () => {
    expect(() => parseOrder(['created', 'start_time DESC'], runDialect)).toThrow('duplicate');
  });

  it('refuses what nobody means: endless terms, and too many of them', () => {
    const keys = Array.from({ length: 51 }, (_none, index) => `metrics.m${index}`);
    expect(() => parseOrder(keys, runDialect)).toThrow('at most 50');
    expect(parseOrder(keys.slice(1), runDialect)).toHaveLength(50);
    expect(() => parseOrder([`metrics.${'x'.repeat(1000)}`], runDialect)).toThrow('at most 1000');
  });

  it('knows the keys of experiments', () => {
    expect(parseOrder(['experiment_id DESC'], experimentDialect)).toMatchObject([
      { field: { entity: 'attribute', key: 'experiment_id' }, ascending: false },
    ]);
  });
});
