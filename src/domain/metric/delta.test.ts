import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deltaOf, isBetter } from './delta.ts';

describe('a value against the baseline', () => {
  test.each([
    ['a fallen loss is better', 0.9, 1, 'down', { amount: -0.1, share: -0.1, verdict: 'better' }],
    ['a risen loss is worse', 1.5, 1, 'down', { amount: 0.5, share: 0.5, verdict: 'worse' }],
    ['a risen accuracy is better', 3, 2, 'up', { amount: 1, share: 0.5, verdict: 'better' }],
    ['without a direction it differs', 3, 2, 'none', { amount: 1, share: 0.5, verdict: 'differs' }],
    ['the same is the same', 2, 2, 'up', { amount: 0, share: 0, verdict: 'same' }],
    ['minus zero is zero', -0, 0, 'up', { amount: 0, share: undefined, verdict: 'same' }],
    ['of zero there is no share', 1, 0, 'up', { amount: 1, share: undefined, verdict: 'better' }],
    ['of a negative baseline', -1, -2, 'up', { amount: 1, share: 0.5, verdict: 'better' }],
    ['a run that diverged', NaN, 2, 'none', { amount: undefined, share: undefined, verdict: 'differs' }],
    ['a loss that diverged', NaN, 2, 'down', { amount: undefined, share: undefined, verdict: 'worse' }],
    ['a baseline that diverged', 2, NaN, 'down', { amount: undefined, share: undefined, verdict: 'better' }],
    ['both diverged', NaN, NaN, 'down', { amount: 0, share: undefined, verdict: 'same' }],
    ['to infinity', Infinity, 2, 'down', { amount: Infinity, share: undefined, verdict: 'worse' }],
    ['both infinite', Infinity, Infinity, 'down', { amount: 0, share: undefined, verdict: 'same' }],
    ['a size no share holds', 1e308, 1e-308, 'up', { amount: 1e308, share: undefined, verdict: 'better' }],
  ] as const)('%s', (_name, value, baseline, direction, delta) => {
    const found = deltaOf(value, baseline, direction);
    expect(found).toMatchObject({ verdict: delta.verdict });
    for (const part of ['amount', 'share'] as const) {
      const wanted = delta[part];
      if (wanted === undefined || !Number.isFinite(wanted)) expect(found?.[part]).toBe(wanted);
      else expect(found?.[part]).toBeCloseTo(wanted, 12);
    }
  });

  test('what was not logged has none', () => {
    expect(deltaOf(undefined, 1, 'up')).toBeUndefined();
    expect(deltaOf(1, undefined, 'up')).toBeUndefined();
  });

  test('better one way is worse the other way', () => {
    const number = fc.oneof(fc.double(), fc.integer());
    fc.assert(
      fc.property(number, number, fc.constantFrom('up', 'down'), (a, b, direction) => {
        const [there, back] = [deltaOf(a, b, direction)?.verdict, deltaOf(b, a, direction)?.verdict];
        if (there === 'same') expect(back).toBe('same');
        else expect(new Set([there, back])).toEqual(new Set(['better', 'worse']));
        expect(isBetter(a, b, direction)).toBe(there === 'better');
      }),
    );
  });
});
