import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feature } from './binned-column.ts';
import { fewestRows, measureImportance } from './importance.ts';
import { createSeededRandom } from './seeded-random.ts';

function numbers(name: string, count: number, at: (row: number) => number | undefined): Feature {
  return { name, kind: 'number', values: Array.from({ length: count }, (_each, row) => at(row)) };
}

const random = createSeededRandom(7);
const noise = Array.from({ length: 400 }, () => [random(), random(), random()] as const);

describe('importance', () => {
  it('ranks what the target follows above what it does not, and says how much is explained', () => {
    const features = [
      numbers('weak', 400, (row) => noise[row]?.[0]),
      numbers('unrelated', 400, (row) => noise[row]?.[1]),
      numbers('strong', 400, (row) => noise[row]?.[2]),
    ];
    const target = noise.map(([weak, , strong]) => 10 * strong + 2 * weak);
    const found = measureImportance(features, target);
    expect(found?.features.map(({ name }) => name)).toEqual(['strong', 'weak', 'unrelated']);
    expect(found?.features[0]?.importance).toBeGreaterThan(0.8);
    expect(found?.features[2]?.importance).toBeLessThan(0.02);
    expect(found?.features[0]?.correlation).toBeGreaterThan(0.9);
    expect(found?.explained).toBeGreaterThan(0.85);
    expect(found?.rows).toBe(400);
  });

  it('sees what no correlation does: a valley', () => {
    const features = [
      numbers('x', 400, (row) => (noise[row]?.[0] ?? 0) - 0.5),
      numbers('y', 400, (row) => noise[row]?.[1]),
    ];
    const found = measureImportance(
      features,
      noise.map(([x]) => (x - 0.5) ** 2),
    );
    expect(found?.features[0]?.name).toBe('x');
    expect(Math.abs(found?.features[0]?.correlation ?? 1)).toBeLessThan(0.2);
    expect(found?.explained).toBeGreaterThan(0.8);
  });

  it('takes words, and takes a missing value for a value of its own', () => {
    const words = ['adam', 'sgd', 'lion', undefined];
    const values = noise.map(([x]) => words[Math.floor(x * 4)]);
    const effect = new Map<string | undefined, number>([
      ['adam', 3],
      ['sgd', 0],
      ['lion', 3],
      [undefined, -4],
    ]);
    const found = measureImportance(
      [{ name: 'optimizer', kind: 'text', values }, numbers('noise', 400, (row) => noise[row]?.[1])],
      values.map((word) => effect.get(word)),
    );
    expect(found?.features[0]).toMatchObject({ name: 'optimizer', correlation: undefined });
    expect(found?.features[0]?.importance).toBeGreaterThan(0.95);
  });

  it('leaves out rows without a finite target, and says nothing where there is nothing to say', () => {
    const feature = numbers('x', 12, (row) => row);
    const target = Array.from({ length: 12 }, (_each, row) =>
      row < 4 ? [Number.NaN, Infinity, undefined, -Infinity][row] : row,
    );
    expect(measureImportance([feature], target)?.rows).toBe(8);
    expect(measureImportance([feature], target.slice(0, fewestRows + 3))).toBeUndefined();
    expect(
      measureImportance(
        [feature],
        target.map(() => 5),
      ),
    ).toBeUndefined();
    expect(measureImportance([], target)).toBeUndefined();
  });

  it('is the same each time, and its shares are shares', () => {
    const rows = fc.array(fc.tuple(fc.double(), fc.option(fc.string(), { nil: undefined }), fc.double()), {
      minLength: fewestRows,
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const features: readonly Feature[] = [
          { name: 'a', kind: 'number', values: all.map(([value]) => value) },
          { name: 'b', kind: 'text', values: all.map(([, value]) => value) },
        ];
        const target = all.map(([, , value]) => value % 1e6);
        const found = measureImportance(features, target);
        expect(measureImportance(features, target)).toEqual(found);
        for (const { importance } of found?.features ?? []) {
          expect(importance).toBeGreaterThanOrEqual(0);
          expect(importance).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
