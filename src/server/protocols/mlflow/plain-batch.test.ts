import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPointColumns } from '#domain/series/point-columns.ts';
import { readMessages, readMetrics } from './log-metrics.ts';
import { createPlainBatchReader } from './plain-batch.ts';

const runId = 'a'.repeat(32);

function bytesOf(text: string) {
  return new TextEncoder().encode(text);
}

/** What the general reader makes of a body. */
function readGenerally(text: string) {
  const body = JSON.parse(text) as { run_id: string; metrics: unknown };
  return { runId: body.run_id, points: readMetrics(readMessages(body.metrics, 'metrics')).points };
}

const value = fc.double({ noNaN: true, noDefaultInfinity: true });
const metric = fc.record(
  {
    key: fc.constantFrom('loss', 'val/loss', 'acc', 'a b', 'x.y', 'system/cpu: 1'),
    value: fc.oneof(value, fc.integer()),
    timestamp: fc.nat({ max: 2_000_000_000_000 }),
    step: fc.integer(),
  },
  { requiredKeys: ['key', 'value', 'timestamp'] },
);
/** Members in any order, as clients write them. */
const inAnyOrder = fc
  .tuple(metric, fc.shuffledSubarray(['key', 'value', 'timestamp', 'step'] as const, { minLength: 4 }))
  .map(([each, names]) =>
    Object.fromEntries(names.flatMap((name) => (each[name] === undefined ? [] : [[name, each[name]]]))),
  );
const metrics = fc.oneof(fc.array(metric, { minLength: 1 }), fc.array(inAnyOrder, { minLength: 1 }));
const indent = fc.constantFrom(0, 1, 2, '\t', '\r\n');

describe('the reader of plain batches', () => {
  test('finds what the general reader finds, however the body is laid out', () => {
    const read = createPlainBatchReader();
    fc.assert(
      fc.property(metrics, indent, fc.boolean(), (list, space, withLists) => {
        const more = withLists ? { params: [], tags: [] } : {};
        const text = JSON.stringify({ run_id: runId, metrics: list, ...more }, null, space);
        expect(read(bytesOf(text))).toEqual(readGenerally(text));
      }),
    );
  });

  test('reads numbers of every form', () => {
    const read = createPlainBatchReader();
    const metricOf = (number: string) => `{"key":"k","value":${number},"timestamp":1,"step":-3}`;
    const text = `{"run_id":"${runId}","metrics":[${['1', '-0', '1e5', '2.50', '1E-7'].map(metricOf).join(' , ')}]}`;
    expect(read(bytesOf(text))).toEqual(readGenerally(text));
  });

  test('reads 1,000 metrics of 1,000 keys, call after call', () => {
    const read = createPlainBatchReader();
    for (let call = 0; call < 3; call += 1) {
      const list = Array.from({ length: 1000 }, (_, index) => ({
        key: `metric_${(index * 7 + call) % 1000}`,
        value: Math.sin(index + call),
        atMs: call,
        step: index,
      }));
      const body = list.map(({ atMs, ...each }) => ({ ...each, timestamp: atMs }));
      const found = read(bytesOf(JSON.stringify({ metrics: body, run_id: runId })));
      expect(found).toEqual({ runId, points: toPointColumns(list) });
    }
  });

  const plain = { key: 'k', value: 1, timestamp: 1, step: 1 };
  const odd: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['no object', '[]'],
    ['no metrics', JSON.stringify({ run_id: runId, metrics: [] })],
    ['no run', JSON.stringify({ metrics: [plain] })],
    ['parameters', JSON.stringify({ run_id: runId, metrics: [plain], params: [{ key: 'a', value: 'b' }] })],
    ['another member', JSON.stringify({ run_id: runId, metrics: [plain], more: 1 })],
    ['a member twice', `{"run_id":"a","run_id":"b","metrics":[${JSON.stringify(plain)}]}`],
    ['text behind the end', `${JSON.stringify({ run_id: runId, metrics: [plain] })}x`],
    [
      'too many metrics',
      JSON.stringify({ run_id: runId, metrics: Array.from({ length: 1001 }, () => plain) }),
    ],
  ];
  test.each(odd)('leaves a body with %s to others', (_name, text) => {
    expect(createPlainBatchReader()(bytesOf(text))).toBeUndefined();
  });

  const oddMetrics: readonly (readonly [string, string])[] = [
    ['a word for a value', '{"key":"k","value":"NaN","timestamp":1}'],
    ['a bare NaN', '{"key":"k","value":NaN,"timestamp":1}'],
    ['no value', '{"key":"k","timestamp":1}'],
    ['no time', '{"key":"k","value":1}'],
    ['no key', '{"value":1,"timestamp":1}'],
    ['a negative time', '{"key":"k","value":1,"timestamp":-1}'],
    ['a time with a fraction', '{"key":"k","value":1,"timestamp":1.5}'],
    ['a step as text', '{"key":"k","value":1,"timestamp":1,"step":"1"}'],
    ['a step beyond what doubles hold', '{"key":"k","value":1,"timestamp":1,"step":9007199254740993}'],
    ['a step with an exponent', '{"key":"k","value":1,"timestamp":1,"step":1e3}'],
    ['an escape', String.raw`{"key":"k\u0041","value":1,"timestamp":1}`],
    ['another script', '{"key":"指标","value":1,"timestamp":1}'],
    ['a key that MLflow refuses', '{"key":"a//b","value":1,"timestamp":1}'],
    ['a model', '{"key":"k","value":1,"timestamp":1,"model_id":"m"}'],
    ['a key twice', '{"key":"k","key":"l","value":1,"timestamp":1}'],
    ['a leading zero', '{"key":"k","value":01,"timestamp":1}'],
    ['a missing comma', '{"key":"k" "value":1,"timestamp":1}'],
    ['nothing inside', '{}'],
  ];
  const usual = '{"key":"k","value":1,"timestamp":1}';
  test.each(oddMetrics)('leaves a metric with %s to others, wherever it stands', (_name, text) => {
    const read = createPlainBatchReader();
    for (const list of [text, `${usual},${text}`, `${usual},${usual},${text},${usual}`])
      expect(read(bytesOf(`{"run_id":"${runId}","metrics":[${list}]}`))).toBeUndefined();
    // What it met has not confused it.
    expect(read(bytesOf(`{"run_id":"${runId}","metrics":[${usual}]}`))?.points.values).toEqual(
      Float64Array.of(1),
    );
  });

  test('answers or refuses every body that is cut short', () => {
    const read = createPlainBatchReader();
    const text = JSON.stringify({ run_id: runId, metrics: [plain, plain, plain] });
    for (let end = 0; end < text.length; end += 1) expect(read(bytesOf(text.slice(0, end)))).toBeUndefined();
  });
});
