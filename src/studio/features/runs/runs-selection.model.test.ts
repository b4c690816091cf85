import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Chosen,
  chosenCount,
  isChosen,
  noneChosen,
  parseChosen,
  toggleRun,
  toggleRuns,
  writeChosen,
} from './runs-selection.model.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const chosen: fc.Arbitrary<Chosen> = fc.record({ all: fc.boolean(), ids: fc.uniqueArray(id) });
const everyone = ['a', 'b', 'c', 'd', 'e'];
const inside = (each: Chosen): readonly string[] => everyone.filter((runId) => isChosen(each, runId));

test('a run goes in and out again, the others stay', () => {
  fc.assert(
    fc.property(chosen, id, (before, runId) => {
      const after = toggleRun(before, runId);
      expect(isChosen(after, runId)).toBe(!isChosen(before, runId));
      expect(inside(after).filter((each) => each !== runId)).toEqual(
        inside(before).filter((each) => each !== runId),
      );
      expect(inside(toggleRun(after, runId))).toEqual(inside(before));
    }),
  );
});

test('several go in unless all were in', () => {
  fc.assert(
    fc.property(chosen, fc.uniqueArray(id, { minLength: 1 }), (before, runIds) => {
      const all = runIds.every((runId) => isChosen(before, runId));
      const after = toggleRuns(before, runIds);
      expect(runIds.every((runId) => isChosen(after, runId) === !all)).toBe(true);
      expect(chosenCount(after, everyone.length)).toBe(inside(after).length);
    }),
  );
});

test('the address holds all but a few as well as a few', () => {
  fc.assert(
    fc.property(chosen, (each) => {
      expect(parseChosen(writeChosen(each))).toEqual(each);
    }),
  );
  expect(parseChosen([])).toEqual(noneChosen);
});
