import { afterAll, describe, expect, test } from 'vitest';
import { openPostgres } from '#adapters/database/postgres/open-postgres.ts';
import { startPrivateCluster } from '#adapters/database/postgres/private-cluster.ts';
import { packBatch } from '#domain/series/point-batch.ts';
import { toPointColumns } from '#domain/series/point-columns.ts';
import { type Database, defineWrite } from '#server/ports/database.ts';
import { migrations } from '#server/schema/migrations.ts';
import { type GroupQuery, readGroupLines } from './group-lines.queries.ts';
import type { LineQuery } from './line-query.ts';
import { readLines } from './lines.queries.ts';
import { internMetricKeys } from './metric-keys.queries.ts';
import { append, context, createStore, foldAll, insertRuns } from './metric-store.suite.ts';
import { appendPoints } from './metrics.queries.ts';

const cluster = await startPrivateCluster();
const skipped = typeof cluster === 'string';
let opened: Database | undefined;
afterAll(async () => {
  await opened?.close();
  if (typeof cluster !== 'string') await cluster.stop();
});

async function openFilledPostgres(): Promise<Database> {
  opened = await openPostgres({ url: typeof cluster === 'string' ? '' : cluster.url, migrations });
  await opened.write(insertRuns, undefined, context);
  return opened;
}

const points = Array.from({ length: 40_000 }, (_, index) => ({
  key: index % 4 === 0 ? 'lr' : 'loss',
  value: index === 20_001 ? 1e6 : index % 1000 === 5 ? Number.NaN : Math.sin(index / 70),
  step: index < 39_990 ? Math.floor(index / 4) : 2n ** 60n + BigInt(index),
  atMs: 100 + index * 7,
}));

/** What one logging call brings, by the ids of its keys. */
const appendByIds = defineWrite(
  'test.append-by-ids',
  function* (input: { readonly run: number; readonly packed: Uint8Array; readonly count: number }) {
    yield* appendPoints(input.run, input.packed, input.count);
  },
  () => [],
);

/** The same points by name and by id, folded in between. */
async function fill(database: Database): Promise<void> {
  for (const run of [1, 2]) {
    await database.write(append, { run, points: points.slice(0, 15_000) }, context);
    await foldAll(database, 9000);
    const columns = toPointColumns(points.slice(10_000));
    const ids = await database.write(internMetricKeys, columns.keys, context);
    const packed = packBatch(columns, ids);
    await database.write(appendByIds, { run, packed, count: columns.values.length }, context);
  }
  await foldAll(database, 9000);
}

const usual: LineQuery = { workspaceId: 1, runIds: ['a', 'b'], key: 'loss', x: 'step', maxBuckets: 300 };
const lines: readonly Partial<LineQuery>[] = [
  {},
  { from: 4000, to: 8000 },
  { from: 4990.5, to: 5020 },
  { from: -1e300, to: 1e300 },
  { from: 2 ** 60, to: 2 ** 62 },
  { x: 'time', from: 50_000, to: 150_000, smoothing: { kind: 'ema', amount: 0.9 } },
  { x: 'elapsed' },
  { x: 'active' },
  { xKey: 'lr' },
  { since: { a: '29000/256', b: '1/0' } },
];
const groups: GroupQuery = {
  workspaceId: 1,
  groups: [{ runIds: ['a', 'b'] }],
  key: 'loss',
  x: 'step',
  to: 9000,
  maxPlaces: 100,
  rule: { kind: 'linear' },
};

describe.skipIf(skipped)('on PostgreSQL', () => {
  test('points are folded, and lines and groups told, as on SQLite, to the byte', async () => {
    const { database: sqlite } = await createStore();
    const postgres = await openFilledPostgres();
    for (const database of [sqlite, postgres]) await fill(database);
    for (const query of lines) {
      const input = { ...usual, ...query };
      const [expected, found] = [await sqlite.read(readLines, input), await postgres.read(readLines, input)];
      expect(expected.length).toBeGreaterThan(300);
      expect(Buffer.from(found).equals(expected), JSON.stringify(query)).toBe(true);
    }
    expect(await postgres.read(readGroupLines, groups)).toEqual(await sqlite.read(readGroupLines, groups));
  });
});
