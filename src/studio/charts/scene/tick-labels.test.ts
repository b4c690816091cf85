import { expect, test } from 'vitest';
import { labelDecades, labelNumbers, labelX } from './tick-labels.ts';

test.each([
  [
    [0, 0.5, 1],
    ['0', '0.5', '1.0'],
  ],
  [
    [0, 2, 4],
    ['0', '2', '4'],
  ],
  [
    [0, 0.025, 0.05],
    ['0', '0.025', '0.050'],
  ],
  [
    [-0.2, 0, 0.2],
    ['−0.2', '0', '0.2'],
  ],
  [
    [0, 1000, 2000],
    ['0', '1,000', '2,000'],
  ],
  [
    [0, 50_000, 100_000],
    ['0', '50k', '100k'],
  ],
  [
    [0, 2_500_000, 5_000_000],
    ['0', '2.5M', '5.0M'],
  ],
  [
    [100_000, 100_001, 100_002],
    ['100,000', '100,001', '100,002'],
  ],
  [
    [0, 2e-6, 4e-6],
    ['0', '2e−6', '4e−6'],
  ],
])('%j read %j', (ticks, labels) => {
  expect(labelNumbers(ticks)).toEqual(labels);
});

test('decades have as many digits as each needs', () => {
  expect(labelDecades([1e-5, 0.01, 1, 1000, 1e6])).toEqual(['1e−5', '0.01', '1', '1,000', '1e6']);
});

test('spans name their units', () => {
  expect(labelX([0, 30_000, 60_000, 90_000], 'elapsed')).toEqual(['0', '30 s', '1 min', '1 min 30 s']);
  expect(labelX([0, 250, 500], 'elapsed')).toEqual(['0', '250 ms', '500 ms']);
  expect(labelX([86_400_000, 90_000_000], 'elapsed')).toEqual(['1 d', '1 d 1 h']);
});

test('times show the date where a day begins', () => {
  const midnight = new Date(2026, 10, 21).getTime();
  const hours = [-6, 0, 6].map((hour) => midnight + hour * 3_600_000);
  expect(labelX(hours, 'time')).toEqual(['18:00', '21 Nov', '06:00']);
});
