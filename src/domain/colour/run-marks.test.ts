import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignRunMarks } from './run-marks.ts';
import { runPalette } from './run-palette.ts';

const runIds = fc.uniqueArray(fc.stringMatching(/^[a-f0-9]{8}$/), { minLength: 1, maxLength: 60 });

test('no two runs of a view look alike', () => {
  fc.assert(
    fc.property(runIds, (ids) => {
      const marks = assignRunMarks(ids);
      const looks = new Set([...marks.values()].map((mark) => `${mark.colour}/${mark.dash}`));
      expect(looks.size).toBe(ids.length);
    }),
  );
});

test('the order of the runs does not change their colours', () => {
  fc.assert(
    fc.property(runIds, (ids) => {
      expect(assignRunMarks(ids.toReversed())).toEqual(assignRunMarks(ids));
    }),
  );
});

test('a run alone keeps the colour its id gives, and so do runs that do not collide', () => {
  fc.assert(
    fc.property(runIds, (ids) => {
      const few = ids.slice(0, runPalette.length);
      const alone = new Map(few.map((id) => [id, assignRunMarks([id]).get(id)?.colour]));
      if (new Set(alone.values()).size < few.length) return;
      for (const [id, mark] of assignRunMarks(few)) expect(mark.colour).toBe(alone.get(id));
    }),
  );
});

test('lines are solid until the colours run out, and the first of a view is always its own', () => {
  fc.assert(
    fc.property(runIds, (ids) => {
      const marks = [...assignRunMarks(ids).values()];
      const solid = marks.filter((mark) => mark.dash === 0);
      expect(solid.length).toBe(Math.min(ids.length, runPalette.length));
    }),
  );
});

test('colours of many runs are spread over the palette', () => {
  const counts = runPalette.map(() => 0);
  for (let index = 0; index < 1400; index += 1) {
    const mark = assignRunMarks([`run-${index}`]).get(`run-${index}`)!;
    counts[mark.colour] = (counts[mark.colour] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(60);
  expect(Math.max(...counts)).toBeLessThan(150);
});
