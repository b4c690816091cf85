import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDecimal } from './decimal.ts';

/** What is read from the start of a text, and how much of it. */
function read(text: string) {
  const found = { value: 0, end: 0 };
  readDecimal(new TextEncoder().encode(text), 0, found);
  return found;
}

function expectAsJson(text: string) {
  const { value, end } = read(`${text},`);
  expect({ text, value: Object.is(value, JSON.parse(text)), end }).toEqual({
    text,
    value: true,
    end: text.length,
  });
}

test('reads every double to the bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expectAsJson(JSON.stringify(value));
      expectAsJson(value.toExponential());
    }),
    { numRuns: 2000 },
  );
});

const digits = (maxLength: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${maxLength}}$`));

test('reads numbers of any length as JSON.parse does', () => {
  const whole = digits(25).map((text) => text.replace(/^0+(?=\d)/, ''));
  const number = fc
    .tuple(
      fc.constantFrom('', '-'),
      whole,
      fc.option(digits(25)),
      fc.option(fc.integer({ min: -340, max: 340 })),
    )
    .map(([sign, before, after, exponent]) => {
      const fraction = after === null ? '' : `.${after}`;
      return `${sign}${before}${fraction}${exponent === null ? '' : `e${exponent}`}`;
    });
  fc.assert(
    fc.property(number, (text) => expectAsJson(text)),
    { numRuns: 5000 },
  );
});

test.each(['0', '-0', '1E+5', '2e-3', '9007199254740993', '0.1', '123456789.12345678', '5e-324', '1e400'])(
  'reads %s',
  (text) => expectAsJson(text),
);

// Half-way between two doubles, and next to it: what a careless division would round to the wrong side.
test.each([
  '9007199254740992.5',
  '9007199254740993.5',
  '1.00000000000000011102230246251565',
  '4503599627370497.5',
])('rounds %s as JSON.parse does', (text) => expectAsJson(text));

test.each(['', '-', '.5', '1.', '01', '-01', '1e', '1e+', 'e5', 'NaN', '+1', '1.e5', '"1"'])(
  'finds no number in %s',
  (text) => expect(read(text).value).toBeNaN(),
);
