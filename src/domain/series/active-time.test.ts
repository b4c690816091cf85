import { describe, expect, test } from 'vitest';
import { findPauses, toActiveTimes } from './active-time.ts';

const minute = 60_000;

describe('pauses', () => {
  test.each([
    ['no point', [], []],
    ['one point', [5], []],
    ['even points', [0, 1000, 2000, 3000], []],
    ['a gap of a minute and less', [0, 10, 20, 20 + minute, 30 + minute], []],
    ['a longer gap', [0, 10, 20, 21 + minute, 31 + minute], [{ fromMs: 30, toMs: 21 + minute }]],
    ['a gap that is usual', [0, 10 * minute, 20 * minute, 30 * minute, 45 * minute], []],
    ['points out of order', [31 + minute, 10, 0, 21 + minute, 20], [{ fromMs: 30, toMs: 21 + minute }]],
  ])('%s', (_name, times, expected) => {
    expect(findPauses(Float64Array.from(times))).toEqual(expected);
  });

  test('count neither in active time nor as a step back', () => {
    const times = Float64Array.of(0, 10, 20, 21 + minute, 31 + minute);
    const pauses = findPauses(times);
    expect([...toActiveTimes(times, 0, pauses)]).toEqual([0, 10, 20, 30, 40]);
    // Another metric of the run may have points inside.
    expect([...toActiveTimes(Float64Array.of(5, 1000, 41 + minute), 0, pauses)]).toEqual([5, 30, 50]);
  });

  test('are each read a few times, however many points there are', () => {
    let reads = 0;
    const pauses = Array.from({ length: 500 }, (_, index) => ({
      get fromMs() {
        reads += 1;
        return 100 * index + 10;
      },
      toMs: 100 * index + 90,
    }));
    const times = Float64Array.from({ length: 5000 }, (_, index) => index * 10);
    const active = toActiveTimes(times, 0, pauses);
    expect(reads).toBeLessThan(pauses.length * 5);
    const expected = times.map(
      (time) => Math.floor(time / 100) * 20 + Math.min(time % 100, 10) + Math.max(0, (time % 100) - 90),
    );
    expect(active).toEqual(expected);
  });
});
