import { mlflowRpcs } from '#contract/mlflow/rpcs.ts';
import type { Field, Rpc } from '#contract/mlflow/rpc.ts';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from './mlflow-client.suite.ts';
import { mlflowCalls } from './mount.ts';

let server: TestServer;
let known: readonly string[] = [];

beforeAll(async () => {
  server = await createTestServer();
  const run_id = await server.createRun();
  const model = await server.post('logged-models', { experiment_id: '0', name: 'm' });
  const { model_id } = (model.body as { model: { info: { model_id: string } } }).model.info;
  known = [run_id, model_id, '0', 'default'];
});

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '../x',
    '__proto__',
    'NaN',
    '\0',
    '9'.repeat(30),
    '-1',
    'x'.repeat(300),
    "a'b",
    '%',
    'true',
  ),
);

/** Something of a field's own type, or nothing of the kind. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), oddText, fc.constant(undefined));
  return fc.oneof({ weight: 3, arbitrary: fitting(field) }, { weight: 1, arbitrary: anything });
}

function fitting(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
      return fc.oneof(
        fc.constantFrom(0, 1, 2, 3).map((index) => known[index]),
        oddText,
      );
    case 'int64':
      return fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(0, -1, 1e300, '5', '1e5', 2 ** 63));
    case 'double':
      return fc.oneof(fc.double(), fc.constantFrom('NaN', 'Infinity', '1e999', ''));
    case 'flag':
      return fc.constantFrom(true, false, 'True', 'no');
    case 'choice':
      return fc.constantFrom(...field.words, 0, 1, 99);
    case 'texts':
      return fc.array(oddText, { maxLength: 4 });
    case 'message':
      return messageOf(field.fields);
    case 'messages':
      return fc.array(messageOf(field.fields), { maxLength: 4 });
  }
}

function messageOf(fields: Readonly<Record<string, Field>>): fc.Arbitrary<object> {
  const entries = Object.entries(fields).map(([name, field]) => [name, valueOf(field)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] });
}

function bodyOf(rpc: Rpc): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: messageOf(rpc.fields).map((message) => JSON.stringify(message)) },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string() },
    {
      weight: 1,
      arbitrary: fc.constantFrom('NaN', '{"a":NaN}', '[', '{"run_id":', '['.repeat(3000), 'null', '"{}"'),
    },
  );
}

function queryOf(rpc: Rpc): fc.Arbitrary<string> {
  const pair = fc.tuple(
    fc.constantFrom(...Object.keys(rpc.fields), 'x'),
    fc.oneof(
      oddText,
      fc.constantFrom(0, 1, 2, 3).map((index) => known[index] ?? ''),
    ),
  );
  return fc.oneof(
    fc
      .array(pair, { maxLength: 6 })
      .map((pairs) => new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString()),
    fc.constantFrom('%', '%zz=1', '&&&', '=', 'a=%00', '__proto__=1&constructor=2'),
  );
}

/** A path with each of its parameters filled in. */
function pathOf(rpc: Rpc): fc.Arbitrary<string> {
  const part = fc.oneof(
    fc.constantFrom(0, 1, 3).map((index) => known[index] ?? ''),
    oddText.filter((text) => text !== ''),
  );
  return fc.array(part, { minLength: 2, maxLength: 2 }).map((parts) => {
    let next = 0;
    return rpc.path.replaceAll(/\{\w+\}/g, () => {
      next += 1;
      return encodeURIComponent((parts[next - 1] ?? 'x').toWellFormed());
    });
  });
}

async function readTotals(): Promise<unknown> {
  const { workspaces } = server.app.services;
  const caller = {
    actor: { personId: 'p', name: 'p', via: 'system' as const },
    roleIn: () => 'owner' as const,
  };
  return (await workspaces.list(false, caller)).map(({ experiments, runs }) => ({ experiments, runs }));
}

describe.each(mlflowCalls.map(({ rpc }) => [rpc.id, rpc] as const))('%s', (_id, rpc) => {
  test('answers anything with JSON, and what it refuses it does not half write', async () => {
    const request = fc.record({
      method: fc.constantFrom(...rpc.methods),
      path: pathOf(rpc),
      query: queryOf(rpc),
      body: bodyOf(rpc),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, query, body }) => {
        const before = await readTotals();
        const response = await server.send(`/api/${rpc.major}/mlflow${path}?${query}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body }),
        });
        const text = await response.text();
        if (response.status === 204) return;
        const answer: unknown = JSON.parse(text);
        if (response.ok) return;
        expect(answer).toEqual({
          error_code: expect.any(String) as string,
          message: expect.any(String) as string,
        });
        const { error_code } = answer as { error_code: string };
        if (response.status >= 500) expect(['INVALID_STATE', 'NOT_IMPLEMENTED']).toContain(error_code);
        expect(await readTotals()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

test('every row of the table has its code, once', () => {
  const bound = mlflowCalls.map(({ rpc }) => rpc.id).sort();
  expect(bound).toEqual(mlflowRpcs.map(({ id }) => id).sort());
});
