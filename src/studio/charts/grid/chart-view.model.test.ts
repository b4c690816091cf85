import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bands, centres } from '../line/group-line.model.ts';
import { lineChoices } from '../line/drawn-line.model.ts';
import { type ChartView, lights, parseChartView, writeChartView } from './chart-view.model.ts';

const key = fc.string({ minLength: 1, maxLength: 20 });
const range = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([low, span]) => [low, low + span] as const);
const mapOf = <V>(value: fc.Arbitrary<V>): fc.Arbitrary<ReadonlyMap<string, V>> =>
  fc.array(fc.tuple(key, value), { maxLength: 3 }).map((entries) => new Map(entries));
const view: fc.Arbitrary<ChartView> = fc.record({
  x: fc.constantFrom('step', 'time', 'elapsed', 'active', 'metrics.a/b.c'),
  smoothing: fc.oneof(
    fc.record({ kind: fc.constantFrom('ema', 'twema'), amount: fc.constantFrom(0, 0.35, 0.999) }),
    fc.record({ kind: fc.constantFrom('average', 'gaussian'), amount: fc.constantFrom(0, 2, 3000) }),
  ),
  ghost: fc.boolean(),
  choice: fc.constantFrom(...lineChoices),
  fit: fc.boolean(),
  band: fc.constantFrom(...bands),
  centre: fc.constantFrom(...centres),
  light: fc.constantFrom(...lights),
  log: fc.boolean(),
  search: fc.string({ maxLength: 20 }),
  columns: fc.integer({ min: 0, max: 4 }),
  full: fc.option(key, { nil: undefined }),
  range: fc.option(range, { nil: undefined }),
  linked: fc.boolean(),
  xRanges: mapOf(range),
  yRanges: mapOf(range),
  sizes: mapOf(fc.record({ columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 3 }) })),
  moves: mapOf(fc.integer({ min: 0, max: 999 })),
  pins: fc.uniqueArray(key, { maxLength: 3 }),
  whole: fc.uniqueArray(key, { maxLength: 3 }),
  closed: fc.uniqueArray(key, { maxLength: 3 }),
  tables: fc.uniqueArray(key, { maxLength: 3 }),
});

test('an address holds the whole view', () => {
  fc.assert(
    fc.property(view, (wanted) => {
      const address = writeChartView(new URLSearchParams(), wanted).toString();
      expect(parseChartView(new URLSearchParams(address))).toEqual(wanted);
    }),
  );
});

test('what others keep in the address stays, and usual values take no room', () => {
  const usual = parseChartView(new URLSearchParams());
  const address = new URLSearchParams(
    'runs=a,b&tab=charts&smooth=0.6&linked=0&pin=a&move=2..b&log=1&closed=system',
  );
  expect(writeChartView(address, usual).toString()).toBe('runs=a%2Cb&tab=charts');
});

test.each([
  'x=epoch',
  'smooth=-1',
  'smooth=many',
  'range=5..1',
  'range=..',
  'range=1',
  'y=1..2',
  'y=a..b..loss',
  'columns=-3',
  'smooth=gauss:3',
  'size=9x9..loss',
  'size=2x1',
  'move=-1..loss',
  'move=3',
  'line=zigzag',
  'light=bright',
])('%s is no view and changes nothing', (address) => {
  expect(parseChartView(new URLSearchParams(address))).toEqual(parseChartView(new URLSearchParams()));
});

test('a narrow range far out keeps the digits it needs', () => {
  const from = 1_763_000_000_000;
  const wanted = { ...parseChartView(new URLSearchParams()), range: [from, from + 250] as const };
  const { range: read } = parseChartView(writeChartView(new URLSearchParams(), wanted));
  expect(read?.[0]).toBeCloseTo(from, 0);
  expect(read?.[1]).toBeCloseTo(from + 250, 0);
});
