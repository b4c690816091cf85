import { beforeAll, describe, expect, test } from 'vitest';
import { decodeGroups } from '#domain/series/group-wire.ts';
import type { Database } from '#server/ports/database.ts';
import { type GroupQuery, readGroupLines } from './group-lines.queries.ts';
import { append, context, createStore, foldAll } from './metric-store.suite.ts';

const usual = {
  workspaceId: 1,
  groups: [{ runIds: ['a', 'b', 'nobody'] }, { runIds: ['b'] }],
  key: 'loss',
  x: 'step',
  maxPlaces: 400,
  rule: { kind: 'exact' },
} as const;

describe('lines of groups', () => {
  // Only read by the tests.
  let database: Database;
  /** Every run has a spike of its own, in a single step. */
  const valueAt = (run: number, step: number) => (step === 1000 * run + 7 ? 1e6 : run * 10 + Math.sin(step));
  const count = 40_000;
  beforeAll(async () => {
    ({ database } = await createStore());
    for (const run of [1, 2]) {
      const points = Array.from({ length: count }, (_, step) => ({
        key: 'loss',
        value: step === 99 ? Number.NaN : valueAt(run, step),
        step,
        atMs: 100 + step * run,
      }));
      await database.write(append, { run, points }, context);
      await database.write(
        append,
        { run, points: [{ key: `only ${run}`, value: 1, step: 0, atMs: 100 }] },
        context,
      );
    }
    await foldAll(database, 100_000);
  });

  async function read(query: Partial<GroupQuery> = {}) {
    return decodeGroups(await database.read(readGroupLines, { ...usual, ...query }));
  }

  test('hold the mean of all members at every place, and every spike', async () => {
    const { width, groups } = await read();
    const [both, one] = groups;
    expect(both).toMatchObject({ members: 2, missing: ['nobody'], withoutMetric: [], oddPoints: 2 });
    expect(one).toMatchObject({ members: 1, missing: [], oddPoints: 1 });
    expect(both!.line.x.length).toBeLessThanOrEqual(400);
    expect(Math.max(...both!.line.max)).toBe(1e6);
    for (const [at, x] of both!.line.x.entries()) {
      const from = x - width / 2;
      const means = [1, 2].map((run) => {
        const values = Array.from({ length: width }, (_, offset) => from + offset)
          .filter((step) => step < count && step !== 99)
          .map((step) => valueAt(run, step));
        return values.reduce((sum, value) => sum + value, 0) / values.length;
      });
      expect(both!.line.n[at]).toBe(2);
      expect(both!.line.mean[at]).toBeCloseTo((means[0]! + means[1]!) / 2, 6);
      expect(one!.line.mean[at]).toBeCloseTo(means[1]!, 6);
    }
  });

  test('are exact to the step where that has room', async () => {
    const { width, groups } = await read({ from: 1000, to: 1100 });
    expect(width).toBe(1);
    const { line } = groups[0]!;
    expect([...line.x]).toEqual(Array.from({ length: 101 }, (_, index) => 1000 + index));
    expect(line.max[7]).toBe(1e6);
    expect(line.mean[8]).toBeCloseTo(15 + Math.sin(1008), 9);
  });

  test('share their places along time and along elapsed time', async () => {
    for (const x of ['time', 'elapsed'] as const) {
      const { groups } = await read({ x });
      expect(groups[0]!.line.x.length).toBeLessThanOrEqual(400);
      expect(Math.max(...groups[0]!.line.n)).toBe(2);
      // The second run takes twice as long: the first has ended then.
      expect(groups[0]!.line.n.at(-1)).toBe(1);
    }
  });

  test('say who has no such metric, and are empty where nobody has', async () => {
    const [group] = (await read({ key: 'only 1' })).groups;
    expect(group).toMatchObject({ members: 1, withoutMetric: ['b'], missing: ['nobody'] });
    const [none] = (await read({ key: 'none' })).groups;
    expect(none).toMatchObject({ members: 0, withoutMetric: ['a', 'b'] });
    expect(none!.line.x).toHaveLength(0);
    const [beyond] = (await read({ from: 1e9 })).groups;
    expect(beyond).toMatchObject({ members: 0 });
  });
});
