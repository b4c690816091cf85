import { describe, expect, test } from 'vitest';
import { all, type Database, defineRead } from '#server/ports/database.ts';
import type { Clock } from '#server/ports/ports.ts';
import { createFolding } from './folding.ts';
import { append, context, createStore } from './metric-store.suite.ts';

const waitingRuns = defineRead('test.waiting', 'short', function* () {
  return yield* all<{ run: number }>(`SELECT run FROM metric_journal ORDER BY id`);
});

async function runsWaiting(database: Database): Promise<number[]> {
  return (await database.read(waitingRuns, undefined)).map((row) => row.run);
}

/** A clock whose sleepers wake when told; `slept` resolves when the next one lies down. */
function createManualClock() {
  let nowMs = 0;
  let wake = () => {};
  let lieDown = () => {};
  let slept = new Promise<void>((resolve) => (lieDown = resolve));
  const clock: Clock = {
    nowMs: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
        wake = () => {
          nowMs += ms;
          slept = new Promise((again) => (lieDown = again));
          resolve();
        };
        lieDown();
      }),
  };
  return { clock, sleep: () => slept, wake: () => wake() };
}

async function createScene() {
  const { database, failure } = await createStore();
  const time = createManualClock();
  const reported: unknown[] = [];
  let folded = () => {};
  const watched: Database = {
    ...database,
    write: async (definition, input, given) => {
      try {
        return await database.write(definition, input, given);
      } finally {
        if (definition.name === 'metrics.fold') folded();
      }
    },
  };
  const folding = createFolding(watched, time.clock, (error) => reported.push(error));
  const log = async (run: number, step = 0) => {
    const points = [{ key: 'loss', step, atMs: 1, value: 1 }];
    await database.write(append, { run, points }, context);
  };
  const nextFold = () => new Promise<void>((resolve) => (folded = resolve));
  return { database, failure, folding, log, nextFold, reported, time };
}

describe('the folding service', () => {
  test('settles just the runs asked for, or all', async () => {
    const { database, folding, log } = await createScene();
    for (const run of [1, 2, 1]) await log(run);
    await folding.settle({ workspaceId: 1, runIds: ['a', 'unknown'] });
    expect(await runsWaiting(database)).toEqual([2]);
    await folding.settle({ workspaceId: 9, runIds: ['b'] });
    expect(await runsWaiting(database)).toEqual([2]);
    await folding.settle();
    expect(await runsWaiting(database)).toEqual([]);
  });

  test('folds in the background once logging pauses', async () => {
    const { database, folding, log, nextFold, time } = await createScene();
    await log(1);
    folding.note(1);
    await time.sleep();
    await log(1, 2);
    folding.note(1);
    time.wake();
    await time.sleep();
    expect(await runsWaiting(database)).toEqual([1, 1]);
    const done = nextFold();
    time.wake();
    await done;
    expect(await runsWaiting(database)).toEqual([]);
    await folding.close();
  });

  test('folds under unbroken load as well', async () => {
    const { database, folding, log, nextFold, time } = await createScene();
    const done = nextFold();
    const state = { isDone: false };
    void done.then(() => (state.isDone = true));
    let calls = 0;
    for (; !state.isDone && calls < 1000; calls += 1) {
      await log(1, calls);
      folding.note(1);
      await Promise.race([time.sleep(), done]);
      time.wake();
    }
    expect(state.isDone).toBe(true);
    expect((await runsWaiting(database)).length).toBeLessThan(calls);
    await folding.close();
  });

  test('reports a failure, keeps the points, and folds them at the next occasion', async () => {
    const { database, failure, folding, log, nextFold, reported, time } = await createScene();
    await log(1);
    failure.afterStatements = 0;
    const failed = nextFold();
    folding.note(1);
    await time.sleep();
    time.wake();
    await failed;
    failure.afterStatements = Infinity;
    expect(await runsWaiting(database)).toEqual([1]);
    await folding.settle();
    expect(await runsWaiting(database)).toEqual([]);
    expect(reported).toHaveLength(1);
  });

  test('stops at once when closed, and leaves what waits in the journal', async () => {
    const { database, folding, log, reported, time } = await createScene();
    await log(1);
    folding.note(1);
    await time.sleep();
    await folding.close();
    expect(await runsWaiting(database)).toEqual([1]);
    expect(reported).toEqual([]);
    folding.note(1);
    expect(await runsWaiting(database)).toEqual([1]);
  });
});
