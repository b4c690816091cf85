import { guessDirection } from '#domain/metric/direction.ts';
import { expect, test } from 'vitest';
import { comparedRun } from '../compared-run.suite.ts';
import { chooseMetric } from './choose-metric.model.ts';
import { isSeed, type RunGroup, toGroups } from './groups.model.ts';
import { intervalScale } from './interval-scale.model.ts';
import { describeMethod, describeVerdict, describeWarning } from './verdict-words.model.ts';

test.each([
  ['seed', true],
  ['random_seed', true],
  ['train.seed', true],
  ['randomState', true],
  ['rng', true],
  ['seeds_used_by', false],
  ['exceeded', false],
  ['lr', false],
])('%s only sets where chance begins: %s', (key, expected) => expect(isSeed(key)).toBe(expected));

const valueOf = (run: ReturnType<typeof comparedRun>) => run.metrics[0]?.last;
const usual = { by: undefined, baseline: undefined, direction: 'up', valueOf } as const;

/** Twenty seeds of two methods; the second is a little better for every seed. */
const twenty = Array.from({ length: 40 }, (_none, index) => {
  const seed = index % 20;
  const method = index < 20 ? 'plain' : 'mixed';
  return comparedRun(`${method}-${seed}`, {
    params: { method, seed: String(seed), depth: '4' },
    metrics: { acc: 0.7 + 0.01 * ((seed * 7) % 20) + (method === 'mixed' ? 0.005 + 0.0005 * (seed % 3) : 0) },
  });
});

test('twenty seeds of two methods are two groups, paired by seed', () => {
  const groups = toGroups(twenty, usual);
  expect(groups.map(({ given, n, isBaseline }) => [given, n, isBaseline])).toEqual([
    [[['method', 'plain']], 20, true],
    [[['method', 'mixed']], 20, false],
  ]);
  const [, mixed] = groups;
  expect(mixed!.difference).toMatchObject({ method: 'paired', restsOn: 20 });
  expect(mixed!.verdict).toEqual({ standing: 'better', size: 'negligible', fewValues: false });
  expect(describeVerdict(mixed!, 'up')).toBe(
    'Better: 0.00547 higher on average, but the difference is negligible beside the spread of the runs.',
  );
  expect(describeMethod(mixed!)).toBe('20 pairs with the same seed.');
  expect(describeWarning(mixed!)).toBe('');
});

test('the group of the baseline is what the others are measured against', () => {
  const groups = toGroups(twenty, { ...usual, baseline: 'mixed-3' });
  const [plain, mixed] = groups;
  expect([mixed!.isBaseline, mixed!.difference]).toEqual([true, undefined]);
  expect(plain!.verdict!.standing).toBe('worse');
});

test('keys can be chosen; equal numbers are one group however they are written', () => {
  const runs = ['0.1', '1e-1', '0.2'].map((lr, index) =>
    comparedRun(`r${index}`, { params: { lr, width: String(index) }, metrics: { acc: index } }),
  );
  expect(toGroups(runs, { ...usual, by: ['lr'] }).map(({ runIds }) => runIds)).toEqual([
    ['r0', 'r1'],
    ['r2'],
  ]);
  expect(toGroups(runs, { ...usual, by: [] })).toHaveLength(1);
});

test('under three runs a warning is given, and one run says nothing of the spread', () => {
  const run = (name: string, lr: string, acc: number) =>
    comparedRun(name, { params: { lr }, metrics: { acc } });
  const [base, one] = toGroups([run('a', '1', 0.5), run('b', '1', 0.6), run('c', '2', 0.9)], usual);
  expect(describeWarning(base!)).toBe('Only 2 runs: three or more are needed to say anything.');
  expect(describeWarning(one!)).toBe('Rests on 1 run: three or more are needed to say anything.');
  expect(describeVerdict(one!, 'up')).toBe(
    '0.35 higher, which would be better, but one run tells nothing of the spread.',
  );
});

test('runs without a value, or with NaN, are counted and left out', () => {
  const runs = [0.5, NaN, undefined].map((acc, index) =>
    comparedRun(`r${index}`, { params: { lr: '1' }, metrics: acc === undefined ? {} : { acc } }),
  );
  const [group] = toGroups(runs, usual);
  expect([group!.n, group!.without, group!.interval]).toEqual([1, 2, undefined]);
  expect(toGroups([], usual)).toEqual([]);
});

test('where nobody says which way is good, the words do not either', () => {
  const [, mixed] = toGroups(twenty, { ...usual, direction: 'none' });
  expect(describeVerdict(mixed!, 'none')).toMatch(
    /^0.00547 higher on average.*depends on the metric’s direction/,
  );
});

test('the metric that one likely means is held out, a loss, and common', () => {
  const use = (...keys: string[]) => keys.map((key, index) => ({ key, runs: index + 1 }));
  expect(chooseMetric(use('loss', 'val_loss', 'val_acc', 'step_time_total'), guessDirection)).toBe(
    'val_loss',
  );
  expect(chooseMetric(use('acc', 'accuracy', 'test_accuracy'), guessDirection)).toBe('test_accuracy');
  expect(chooseMetric(use('train_loss', 'loss'), guessDirection)).toBe('loss');
  expect(chooseMetric(use('lr', 'epoch'), guessDirection)).toBeUndefined();
});

test('all intervals share one scale, also where there is only one value', () => {
  const group = (mean: number, low: number, high: number): Pick<RunGroup, 'mean' | 'interval'> => ({
    mean,
    interval: { low, high },
  });
  const scale = intervalScale([group(2, 0, 4), group(8, 6, 10), { mean: NaN, interval: undefined }])!;
  expect([0, 5, 10, 12].map(scale)).toEqual([0, 0.5, 1, 1]);
  expect(intervalScale([{ mean: 3, interval: undefined }])!(3)).toBe(0.5);
  expect(intervalScale([{ mean: NaN, interval: undefined }])).toBeUndefined();
});
