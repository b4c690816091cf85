import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateGroup } from './group-lines.ts';
import { decodeGroups, encodeGroups } from './group-wire.ts';
import type { GroupMember, GroupRule } from './place-member.ts';

/** A member with one point at each place. */
function member(points: Readonly<Record<number, number>>): GroupMember {
  const xs = Float64Array.from(Object.keys(points), Number).sort();
  const mean = xs.map((x) => points[x]!);
  return { xs, mean, min: mean, max: mean };
}

const exact: GroupRule = { kind: 'exact' };

describe('a group', () => {
  test('tells what a textbook tells of its members', () => {
    const line = aggregateGroup(
      [2, 4, 4, 4, 5, 5, 7, 9].map((value) => member({ 0: value })),
      exact,
    );
    expect(line.n[0]).toBe(8);
    expect(line.mean[0]).toBe(5);
    expect(line.median[0]).toBe(4.5);
    expect([line.min[0], line.max[0]]).toEqual([2, 9]);
    expect(line.deviation[0]).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(line.standardError[0]).toBeCloseTo(Math.sqrt(32 / 7 / 8), 12);
    // t(0.975, 7) = 2.364624…
    expect(line.high[0]).toBeCloseTo(5 + 2.364_624_251_59 * Math.sqrt(32 / 7 / 8), 8);
    expect(line.low[0]! + line.high[0]!).toBeCloseTo(10, 12);
  });

  test('of one member has no spread, and of none no places', () => {
    const line = aggregateGroup([member({ 3: 7 })], exact);
    expect([line.n[0], line.mean[0], line.median[0], line.min[0], line.max[0]]).toEqual([1, 7, 7, 7, 7]);
    expect([line.deviation[0], line.standardError[0], line.low[0], line.high[0]]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    expect(aggregateGroup([], exact).x).toHaveLength(0);
  });

  const [early, late] = [member({ 0: 0, 10: 10, 20: 20 }), member({ 4: 100, 20: 200 })];
  test.each<readonly [string, GroupRule, number[], number[]]>([
    ['exact', exact, [1, 1, 1, 2], [0, 100, 10, 110]],
    ['nearest, within reach', { kind: 'nearest', tolerance: 4 }, [2, 2, 1, 2], [50, 50, 10, 110]],
    ['nearest, out of reach', { kind: 'nearest', tolerance: 3 }, [1, 1, 1, 2], [0, 100, 10, 110]],
    ['linear', { kind: 'linear' }, [1, 2, 2, 2], [0, 52, 73.75, 110]],
  ])('counts members that have no point at a place by its rule: %s', (_name, rule, n, mean) => {
    const line = aggregateGroup([early, late], rule);
    expect([...line.x]).toEqual([0, 4, 10, 20]);
    expect([...line.n]).toEqual(n);
    expect([...line.mean]).toEqual(mean);
  });

  test('does not go on with a member that has ended', () => {
    const line = aggregateGroup([member({ 0: 1, 5: 1 }), member({ 0: 3 })], { kind: 'linear' });
    expect([...line.n]).toEqual([2, 1]);
  });

  test('has the least and greatest of all points, not of means', () => {
    const spiked: GroupMember = {
      xs: Float64Array.of(0),
      mean: Float64Array.of(1),
      min: Float64Array.of(-50),
      max: Float64Array.of(99),
    };
    const line = aggregateGroup([spiked, member({ 0: 2 })], exact);
    expect([line.min[0], line.max[0], line.mean[0]]).toEqual([-50, 99, 1.5]);
  });

  const value = fc.oneof(
    fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
    fc.constantFrom(1e308, -1e308, 1e-308),
  );
  const members = fc.array(fc.dictionary(fc.constantFrom('0', '1', '2', '3', '8'), value, { maxKeys: 5 }), {
    minLength: 1,
    maxLength: 9,
  });
  test('keeps order: least <= median, mean <= greatest, and n counts who has a point there', () => {
    fc.assert(
      fc.property(members, (each) => {
        const line = aggregateGroup(
          each.map((points) => member(points)),
          exact,
        );
        for (const [at, x] of line.x.entries()) {
          const there = each.flatMap((points) => points[String(x)] ?? []);
          expect(line.n[at]).toBe(there.length);
          expect(line.min[at]).toBe(Math.min(...there));
          expect(line.max[at]).toBe(Math.max(...there));
          const slack = 1e-9 * Math.max(Math.abs(line.min[at]!), Math.abs(line.max[at]!));
          for (const middle of [line.mean[at]!, line.median[at]!]) {
            expect(middle).toBeGreaterThanOrEqual(line.min[at]! - slack);
            expect(middle).toBeLessThanOrEqual(line.max[at]! + slack);
          }
        }
      }),
    );
  });

  test('comes back from the wire as it was', () => {
    const line = aggregateGroup([early, late], { kind: 'linear' });
    const group = { line, members: 2, withoutMetric: ['a'], missing: ['Ω'], oddPoints: 3 };
    const answer = { width: 1, groups: [group, { ...group, line: aggregateGroup([], exact) }] };
    const bytes = encodeGroups(answer);
    const shifted = new Uint8Array(bytes.length + 5);
    shifted.set(bytes, 5);
    expect(decodeGroups(shifted.subarray(5))).toEqual(answer);
  });
});
