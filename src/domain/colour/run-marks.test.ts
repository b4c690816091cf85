import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dashCount, parseHexColour, toRunMark } from './run-marks.ts';
import { runPalette } from './run-palette.ts';

const number = fc.integer({ min: 0, max: 2 ** 40 });
const look = (mark: number): string => {
  const { colour, dash } = toRunMark({ mark, colour: null });
  return `${colour}/${dash}`;
};

test('as many runs made one after the other as there are colours and dashes look unlike', () => {
  const span = runPalette.length * dashCount;
  fc.assert(
    fc.property(number, (from) => {
      const looks = Array.from({ length: span }, (_none, index) => look(from + index));
      expect(new Set(looks).size).toBe(span);
    }),
  );
});

test('the first runs are solid, each of another colour', () => {
  const marks = runPalette.map((_colour, mark) => toRunMark({ mark, colour: null }));
  expect(marks.map(({ colour }) => colour)).toEqual(runPalette.map((_colour, index) => index));
  expect(new Set(marks.map(({ dash }) => dash))).toEqual(new Set([0]));
  expect(toRunMark({ mark: runPalette.length, colour: null })).toEqual({ colour: 0, dash: 1 });
});

test('a colour that people gave goes before, and keeps the dashes', () => {
  expect(toRunMark({ mark: 15, colour: '#ABC' })).toEqual({ colour: 1, dash: 1, own: '#aabbcc' });
  expect(toRunMark({ mark: 15, colour: 'red; background: url(x)' })).toEqual({ colour: 1, dash: 1 });
});

test.each([
  ['#fff', '#ffffff'],
  [' #12aBcD ', '#12abcd'],
  ['', undefined],
  ['red', undefined],
  ['#12345', undefined],
  ['#12345g', undefined],
  ['#123456;x', undefined],
])('%j as a colour is %j', (text, colour) => {
  expect(parseHexColour(text)).toBe(colour);
});
