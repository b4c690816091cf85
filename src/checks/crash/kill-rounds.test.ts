import { describe, expect, it } from 'vitest';
import { findLosses, valueAt, type ClientLog } from './acknowledged.ts';
import { killRounds } from './kill-rounds.ts';

const log: ClientLog = {
  runId: 'r',
  artifactFolder: '',
  steps: [1, 2],
  params: ['p'],
  artifacts: ['a'],
  unansweredSteps: [3],
};

const whole = {
  points: [1, 2].map((step) => ({ step, value: valueAt(step) })),
  params: { p: 'value of p' },
  artifacts: { a: 'a\n'.repeat(20_000) },
};

describe('findLosses', () => {
  it('finds nothing wrong with what is whole, with or without the unanswered', () => {
    expect(findLosses(log, whole)).toEqual([]);
    expect(findLosses(log, { ...whole, points: [...whole.points, { step: 3, value: valueAt(3) }] })).toEqual(
      [],
    );
  });

  it.each([
    ['a lost point', { ...whole, points: whole.points.slice(1) }, 'step 1 is lost'],
    ['a doubled point', { ...whole, points: [...whole.points, ...whole.points] }, 'step 1 is there 2 times'],
    [
      'a wrong value',
      { ...whole, points: [...whole.points, { step: 3, value: 0 }] },
      'step 3 has the value 0',
    ],
    [
      'a point nobody sent',
      { ...whole, points: [...whole.points, { step: 9, value: valueAt(9) }] },
      'never sent',
    ],
    ['a lost parameter', { ...whole, params: {} }, 'parameter p is lost'],
    ['a cut artifact', { ...whole, artifacts: { a: 'a\n' } }, 'artifact a is lost or cut'],
  ])('finds %s', (_name, found, message) => {
    expect(findLosses(log, found).join('\n')).toContain(message);
  });
});

describe('the server, killed at random moments under load', () => {
  it('loses and doubles nothing that it acknowledged, 20 times', { timeout: 300_000 }, async () => {
    let acknowledged = 0;
    const onRound = (_round: number, count: number): void => {
      acknowledged += count;
    };
    expect(await killRounds({ rounds: 20, clients: 4, random: Math.random, onRound })).toEqual([]);
    expect(acknowledged).toBeGreaterThan(100);
  });
});
