import { expect, test } from 'vitest';
import { createWriteLane } from './write-lane.ts';

const inTheWay = new Error('could not serialize access');

function createLane(pauses: number[] = []) {
  return createWriteLane({
    most: 8,
    isTransient: (error) => error === inTheWay,
    pause: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  });
}

/** Fails whoever is not alone, as transactions on one row do. */
function createContestedPlace() {
  let inside = 0;
  let most = 0;
  return {
    most: () => most,
    visit: async () => {
      inside += 1;
      most = Math.max(most, inside);
      await Promise.resolve();
      const alone = inside === 1;
      await Promise.resolve();
      inside -= 1;
      if (!alone) throw inTheWay;
    },
  };
}

test('a crowd at one place gets through, one by one in the end', async () => {
  const lane = createLane();
  const place = createContestedPlace();
  await Promise.all(Array.from({ length: 200 }, () => lane.run(place.visit)));
  expect(place.most()).toBe(8);
});

test('no more than the most are inside, and all of them where nobody is in the way', async () => {
  const lane = createLane();
  let inside = 0;
  let most = 0;
  const visit = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise(setImmediate);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 100 }, () => lane.run(visit)));
  expect(most).toBe(8);
  expect(inside).toBe(0);
});

test('an error of another kind is the caller’s at once, and takes no place with it', async () => {
  const lane = createLane();
  let calls = 0;
  const fail = () => {
    calls += 1;
    return Promise.reject(new Error('no such table'));
  };
  for (let each = 0; each < 20; each += 1) await expect(lane.run(fail)).rejects.toThrow('no such table');
  expect(calls).toBe(20);
  await expect(lane.run(() => Promise.resolve('in'))).resolves.toBe('in');
});

test('what never passes is given up, after longer and longer pauses', async () => {
  const pauses: number[] = [];
  let calls = 0;
  const attempt = () => {
    calls += 1;
    return Promise.reject(inTheWay);
  };
  await expect(createLane(pauses).run(attempt)).rejects.toBe(inTheWay);
  expect(calls).toBe(20);
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.at(-1)).toBe(200);
});
