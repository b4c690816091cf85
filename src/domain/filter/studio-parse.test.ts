import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaries } from './filter-ast.ts';
import { runDialect } from './filter-dialects.ts';
import { FilterFailure } from './filter-failure.ts';
import { parseFilter } from './filter-parse.ts';
import { isPrintable, printFilter } from './filter-print.ts';
import { isPlainFilter, parseStudioFilter } from './studio-parse.ts';
import { studioFilter } from './studio-filter.suite.ts';

/** What is written, and how we write it. */
const accepted: readonly (readonly [string, string])[] = [
  ['  ', ''],
  ["params.opt = 'adam' OR params.opt = 'lion'", "params.opt = 'adam' OR params.opt = 'lion'"],
  [
    "(params.opt = 'adam' or params.opt = 'lion') and not tags.env IS NULL",
    "(params.opt = 'adam' OR params.opt = 'lion') AND NOT tags.env IS NULL",
  ],
  ['metrics.a > 1 OR metrics.b > 2 AND metrics.c > 3', 'metrics.a > 1 OR (metrics.b > 2 AND metrics.c > 3)'],
  ['((metrics.a > 1))', 'metrics.a > 1'],
  ['NOT NOT metrics.a > 1', 'NOT NOT metrics.a > 1'],
  ['NOT (metrics.a > 1 metrics.b > 2)', 'NOT (metrics.a > 1 AND metrics.b > 2)'],
  ['params.lr >= 0.01', 'params.lr >= 0.01'],
  ['params.lr = 0.01', 'params.lr = 0.01'],
  ['tags.epoch != -1', 'tags.epoch != -1'],
  ['metrics.acc BETWEEN .8 AND .9', 'metrics.acc BETWEEN 0.8 AND 0.9'],
  [
    'metrics.acc not between .8 and .9 and params.a between 1 and 2',
    'metrics.acc NOT BETWEEN 0.8 AND 0.9 AND params.a BETWEEN 1 AND 2',
  ],
  ["params.model NOT LIKE 'x%'", "params.model NOT LIKE 'x%'"],
  ["run_name NOT ILIKE 'x%'", "run_name NOT ILIKE 'x%'"],
  ["name contains 'abl'", "run_name CONTAINS 'abl'"],
  ["params.model NOT CONTAINS 'abl'", "params.model NOT CONTAINS 'abl'"],
  ["params.model ~ 'bert|gpt'", "params.model ~ 'bert|gpt'"],
  ["params.model !~ '^(a|b)$'", "params.model !~ '^(a|b)$'"],
  ["params.model RLIKE 'a'", "params.model ~ 'a'"],
  ["status IN ('FAILED', 'KILLED')", "status IN ('FAILED', 'KILLED')"],
  ["params.opt NOT IN ('adam',)", "params.opt NOT IN ('adam')"],
  ['params.seed IN (1, 2, 3)', 'params.seed IN (1, 2, 3)'],
  ['metrics.a NOT IN (0)', 'metrics.a NOT IN (0)'],
  ['min(metrics.loss) < .1', 'min(metrics.loss) < 0.1'],
  ['BEST(metric.`val/acc`) > .9', 'best(metrics.`val/acc`) > 0.9'],
  ['at(metrics.loss, 1000) < 1', 'at(metrics.loss, 1000) < 1'],
  ['has_nan(metrics.loss)', 'has_nan(metrics.loss)'],
  ['NOT has_nan(metrics.loss)', 'NOT has_nan(metrics.loss)'],
  ['count(metrics.loss) >= 10', 'count(metrics.loss) >= 10'],
  ["start_time > '-7d'", "start_time > '-7d'"],
  ["started >= '2026-11-22' AND ended < 'today'", "start_time >= '2026-11-22' AND end_time < 'today'"],
  ["duration > '1h30m'", "duration > '1h30m'"],
  ['duration > 5000', 'duration > 5000'],
  ["end_time - start_time > '1h'", "end_time - start_time > '1h'"],
  ["start_time BETWEEN '-14d' AND '-7d'", "start_time BETWEEN '-14d' AND '-7d'"],
  ['metrics.auc IS NULL', 'metrics.auc IS NULL'],
  ['end_time IS NULL', 'end_time IS NULL'],
  ['min(metrics.a) IS NOT NULL', 'min(metrics.a) IS NOT NULL'],
  ['dataset.context IS NULL', 'datasets.context IS NULL'],
  ['metrics.train_acc - metrics.val_acc > .1', 'metrics.train_acc - metrics.val_acc > 0.1'],
  ['metrics.a -1 > 0', 'metrics.a - 1 > 0'],
  ['(metrics.a + metrics.b) / 2 > params.t * 3', '(metrics.a + metrics.b) / 2 > params.t * 3'],
  ['metrics.a - (metrics.b - metrics.c) < 0', 'metrics.a - (metrics.b - metrics.c) < 0'],
  ['metrics.a - metrics.b - metrics.c < 0', 'metrics.a - metrics.b - metrics.c < 0'],
  ['metrics.a < metrics.b', 'metrics.a < metrics.b'],
  ['0.5 < metrics.a', '0.5 < metrics.a'],
  ['-metrics.a > 1', '0 - metrics.a > 1'],
  ['bert', 'bert'],
  ['bert large', 'bert AND large'],
  ['"free words"', '"free words"'],
  ['bert-large_v1.2', 'bert-large_v1.2'],
  ['50 OR resnet50', '50 OR resnet50'],
  ['bert metrics.a > 1', 'bert AND metrics.a > 1'],
  ['NOT bert', 'NOT bert'],
  ["experiment = 'vision' AND user ILIKE 'ad%'", "experiment = 'vision' AND user_id ILIKE 'ad%'"],
];

/** What is refused, what of the text we point at, and one of the things that would fit there. */
const refused: readonly (readonly [string, string, string])[] = [
  ['metrics.acc <> 1', '<>', '!='],
  ['metrics.acc', '', '>'],
  ['metrics.acc >', '', 'a number'],
  ["metrics.acc > '0.5'", "'0.5'", 'a number, without quotes'],
  ['metrics.val/acc > 1', 'metrics.val/acc', 'metrics.`val/acc`'],
  ['metrics.f1-score > 1', 'metrics.f1-score', 'metrics.`f1-score`'],
  ['lr > 0.1', 'lr', 'params.lr'],
  ['(metrics.a > 1', '', ')'],
  ['metrics.a > 1)', ')', 'OR'],
  ['metrics.a > 1 OR', '', 'a comparison such as metrics.accuracy > 0.9'],
  ['NOT', '', 'a metric, parameter, tag, attribute'],
  ["status > 'a'", '>', 'ILIKE'],
  ["status ~ '(a'", '(', ')'],
  ["start_time > '2024'", "'2024'", "'-7d'"],
  ["duration > 'long'", "'long'", "'1h30m'"],
  ['metrics.a BETWEEN 1 OR 2', 'OR', 'AND'],
  ['min(params.lr) > 1', 'params.lr', 'metrics.…'],
  ['at(metrics.a) > 1', ')', 'a comma and a step'],
  ["params.a IN ('x', 1)", '1', 'a text in quotes'],
  ['status - 1 > 2', 'status', 'a metric'],
  ['metrics.a-1 > 0', 'metrics.a-1', 'metrics.a - 1'],
  ["foo.bar = 'x'", 'foo.bar', 'params.foo.bar'],
  ['metrics.a + metrics.b IS NULL', 'IS NULL', '>'],
  ['params.a = status', 'status', 'a number'],
  ['metrics.a > 1 -- c', '-- c', 'a metric, parameter, tag, attribute'],
  ["params.a = 'x", "'", 'a number'],
];

describe('filters of the studio', () => {
  it.each(accepted)('reads %j', (text, printed) => {
    expect(printFilter(parseStudioFilter(text))).toBe(printed);
    expect(printFilter(parseStudioFilter(printed))).toBe(printed);
  });

  it.each(refused)('refuses %j', (text, pointedAt, fitting) => {
    const failure = failureOf(text);
    expect(failure.expected).toContain(fitting);
    expect(text.slice(failure.start, failure.end)).toBe(pointedAt);
  });

  it('refuses what nobody means', () => {
    expect(failureOf(`${'('.repeat(60)}metrics.a > 1${')'.repeat(60)}`).message).toContain('nested');
    expect(failureOf('metrics.a > 1 OR '.repeat(201)).message).toContain('at most 200');
  });

  it('takes arithmetic that has an end', () => {
    const chain = (signs: number): string => `${'1+'.repeat(signs)}metrics.a > 1`;
    expect(() => parseStudioFilter(chain(200))).not.toThrow();
    expect(failureOf(chain(9990)).message).toContain('at most 200 signs');
    expect(failureOf(`${chain(150)} OR ${chain(51)}`).message).toContain('at most 200 signs');
    expect(failureOf(`metrics.a > 1${' - (-metrics.b)'.repeat(101)}`).message).toContain('at most 200 signs');
  });

  it('repeats the beginning of what is too long', () => {
    expect(failureOf(`duration > '${' '.repeat(19_900)}'`).message.length).toBeLessThan(200);
    expect(failureOf(`${'a'.repeat(19_900)} > 1`).message.length).toBeLessThan(200);
  });

  it('knows which ones MLflow understands', () => {
    expect(isPlainFilter('metrics.a > 1 AND params.b = "x"')).toBe(true);
    expect(isPlainFilter('metrics.a > 1 OR params.b = "x"')).toBe(false);
  });
});

function failureOf(text: string): FilterFailure {
  try {
    parseStudioFilter(text);
  } catch (error) {
    if (error instanceof FilterFailure) return error;
    throw error;
  }
  throw new Error(`"${text}" was read without a mistake.`);
}

/** A tree without where it stood and how it was quoted. */
function bare(node: unknown): unknown {
  return JSON.parse(
    JSON.stringify(node, (name, value: unknown) => {
      if (name === 'span' || name === 'quote') return undefined;
      return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
    }),
  );
}

const plain = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    field: fc.record({ entity: fc.constant('metric' as const), key: fc.constant('acc') }),
    operator: fc.constantFrom('=', '>'),
    value: fc.double({ noNaN: true }).map((value) => value + 0),
  }),
);
const filter = studioFilter({
  keys: ['a', 'val/loss', 'x y', 'min', 'and', '1st', "it's", '准确率'],
  texts: ['', 'adam', "it's", '"quoted"', 'AND', 'min', '50%', 'status', 'a b', '1'].filter(isPrintable),
  numbers: [-1, 0, 0.5, 1e-7, 1e21, Infinity],
  plain,
});

const words = (text: string): readonly string[] => text.split(' ');
const fragments = [
  ...summaries.map((each) => `${each}(`),
  ...words('metrics. params. tags. run_id status start_time duration a b/c bert'),
  ...words("` ' \" \\ % . - + * / = != > <= ~ !~ ( ) , 1 0.5 1e9 -1 -- /* 'x' '-7d' '1h' é 準"),
  ...words('LIKE CONTAINS BETWEEN NOT IN AND OR IS NULL'),
  ' ',
  '  ',
  '\n',
];
const soup = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fragments) }, fc.string({ maxLength: 4 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

describe('any filter', () => {
  it('is printed so that it reads back as the same', () => {
    fc.assert(
      fc.property(filter, (node) => {
        expect(bare(parseStudioFilter(printFilter(node)))).toEqual(bare(node));
      }),
      { numRuns: 2000 },
    );
  });

  it('that MLflow understands means what MLflow means', () => {
    fc.assert(
      fc.property(soup, (text) => {
        if (text.trim() === '' || !isPlainFilter(text)) return;
        expect(parseStudioFilter(text)).toEqual(parseFilter(text, runDialect));
      }),
    );
  });

  it('is read, or refused with a place in the text; what was read is printed so that it reads the same', () => {
    fc.assert(
      fc.property(soup, (text) => {
        try {
          const node = parseStudioFilter(text);
          expect(bare(parseStudioFilter(printFilter(node)))).toEqual(bare(node));
        } catch (error) {
          if (!(error instanceof FilterFailure)) throw error;
          expect(error.start).toBeGreaterThanOrEqual(0);
          expect(error.end).toBeGreaterThanOrEqual(error.start);
          expect(error.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
