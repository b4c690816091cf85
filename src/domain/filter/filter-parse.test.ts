import { describe, expect, it } from 'vitest';
import { runDialect, experimentDialect, loggedModelDialect } from './filter-dialects.ts';
import type { FilterDialect } from './filter-dialect.ts';
import { FilterFailure } from './filter-failure.ts';
import { readClauses } from './filter-clauses.ts';
import { parseFilter } from './filter-parse.ts';
import { printFilter } from './filter-print.ts';
import { tokenize } from './filter-tokens.ts';

function failureOf(text: string, dialect: FilterDialect = runDialect): FilterFailure {
  try {
    parseFilter(text, dialect);
  } catch (error) {
    if (error instanceof FilterFailure) return error;
    throw error;
  }
  throw new Error(`"${text}" was read without a mistake.`);
}

/** What MLflow takes (replayed against a live server), and how we write it. */
const accepted: readonly (readonly [string, string])[] = [
  ['', ''],
  ['metrics.acc > 0.9', 'metrics.acc > 0.9'],
  ['metric.acc >= 1e-3', 'metrics.acc >= 0.001'],
  ['metrics.acc > .5', 'metrics.acc > 0.5'],
  ['metrics.acc > 5.', 'metrics.acc > 5'],
  ['metrics.acc > -5e+3', 'metrics.acc > -5000'],
  ['metrics.a = 1e400', 'metrics.a = 1e999'],
  ['metrics."val/loss" < 0.1', 'metrics."val/loss" < 0.1'],
  ['metrics.1st > 0.5', 'metrics.1st > 0.5'],
  ["params.model like '%bert%'", "params.model LIKE '%bert%'"],
  ["status = 'FINISHED'", "status = 'FINISHED'"],
  ["attr.status = 'RUNNING'", "status = 'RUNNING'"],
  ["run.status = 'RUNNING'", "status = 'RUNNING'"],
  ["attributes.`Run name` = 'x'", "run_name = 'x'"],
  ['"Run name" = \'x\'', "run_name = 'x'"],
  ["`Run Name` = 'x'", "run_name = 'x'"],
  ["run_id NOT IN ('a')", "run_id NOT IN ('a')"],
  ["run_id not in ('a', 'b',)", "run_id NOT IN ('a', 'b')"],
  ["run_id in('a')", "run_id IN ('a')"],
  ['run_id IN ("a")', 'run_id IN ("a")'],
  ["dataset.name IN ('a','b')", "datasets.name IN ('a', 'b')"],
  ['created > 1', 'start_time > 1'],
  ['Created > 1.5', 'start_time > 1.5'],
  ["dataset.context LIKE 'tr%'", "datasets.context LIKE 'tr%'"],
  ["params.note = 'a AND b'", "params.note = 'a AND b'"],
  ['metrics.`准确率` > 1', 'metrics.`准确率` > 1'],
  ['metrics.准确率 > 1', 'metrics.准确率 > 1'],
  ['metrics.a > 1\nand metrics.b < 2', 'metrics.a > 1 AND metrics.b < 2'],
  ['AND metrics.a > 1', 'metrics.a > 1'],
  ['AND AND AND', ''],
  ['metrics.a > 1 and', 'metrics.a > 1'],
  ['metrics.a > 1 and and metrics.b > 2', 'metrics.a > 1 AND metrics.b > 2'],
  ['metrics.a > 1 metrics.b > 2', 'metrics.a > 1 AND metrics.b > 2'],
  ["params.a='x'AND params.b='y'", "params.a = 'x' AND params.b = 'y'"],
  ["params.a = 'x'params.b='y'", "params.a = 'x' AND params.b = 'y'"],
  ["metrics.'acc' > 1", "metrics.'acc' > 1"],
  ["metrics.'x y' > 1", "metrics.'x y' > 1"],
  ['`metrics`.a > 1', 'metrics.a > 1'],
  ['metrics.a>1', 'metrics.a > 1'],
  ['metrics.`a"b` > 1', 'metrics.`a"b` > 1'],
  ['params.m IS NULL', 'params.m IS NULL'],
  ["tags.m is  not\tnull and params.x = '1'", "tags.m IS NOT NULL AND params.x = '1'"],
  ["params.m = 'it''s'", "params.m = 'it''s'"],
  ["params.m = 'it\\'s'", "params.m = 'it\\'s'"],
  ["params.m = 'back\\'", "params.m = 'back\\'"],
  ['params.m = "x"', 'params.m = "x"'],
  ["params.a = ''", "params.a = ''"],
  ["params.a.b.c = 'x'", "params.a.b.c = 'x'"],
  ["tags.mlflow.user = 'x'", "tags.mlflow.user = 'x'"],
  ["tags.`mlflow.user` != 'x'", "tags.`mlflow.user` != 'x'"],
  ["params.select = 'x'", "params.select = 'x'"],
  ["run_name ilike 'x'", "run_name ILIKE 'x'"],
];

const keyed = `{'=', '!=', 'LIKE', 'ILIKE', 'IS NULL', 'IS NOT NULL'}`;
const numeric = `{'=', '!=', '>', '>=', '<', '<='}`;

/** What MLflow refuses, in its words, and which part of the text we point at. */
const refused: readonly (readonly [string, string, string])[] = [
  [' ', `Invalid filter ' '. Could not be parsed.`, ' '],
  ['metrics.acc > +0.5', `Invalid clause(s) in filter string: 'metrics.acc', '>', '+', '0.5'`, 'metrics.acc'],
  ["metrics.acc > '0.5'", `Expected numeric value type for metric. Found '0.5'`, "'0.5'"],
  ['metrics.acc <> 1', `Invalid comparator '<>' not one of '${numeric}'`, '<>'],
  ['metrics.acc == 1', `Invalid comparator '==' not one of '${numeric}'`, '=='],
  [
    'metrics.f1-score > 1',
    `Invalid comparison clause. Expected 'Identifier' found 'metrics.f1-score'`,
    'metrics.f1-score',
  ],
  [
    'metrics.val/loss > 1',
    `Invalid comparison clause. Expected 'Identifier' found 'metrics.val/loss'`,
    'metrics.val/loss',
  ],
  ["params.lr > '0.01'", `Invalid comparator '>' not one of '${keyed}'`, '>'],
  ["params.m NOT LIKE 'x'", `Invalid comparator 'NOT LIKE' not one of '${keyed}'`, 'NOT LIKE'],
  ["params.m RLIKE 'a'", `Invalid comparator 'RLIKE' not one of '${keyed}'`, 'RLIKE'],
  [
    "Attributes.status = 'x'",
    `Invalid entity type 'Attributes'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']`,
    'Attributes',
  ],
  [
    "foo.bar = '1'",
    `Invalid entity type 'foo'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']`,
    'foo',
  ],
  [
    'metrics . a > 1',
    `Invalid entity type 'metrics '. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']`,
    'metrics ',
  ],
  [
    "start_time > '2024'",
    `Expected numeric value type for numeric attribute: start_time. Found '2024'`,
    "'2024'",
  ],
  [
    "lifecycle_stage = 'active'",
    `Invalid attribute key 'lifecycle_stage' specified. Valid keys are '{'run_id', 'run_name', 'status', 'user_id', 'artifact_uri', 'start_time', 'end_time', 'created', 'Created', 'run name', 'Run name', 'Run Name'}'`,
    'lifecycle_stage',
  ],
  [
    "dataset.profile = 'x'",
    `Invalid dataset key 'profile' specified. Valid keys are '{'name', 'digest', 'context'}'`,
    'profile',
  ],
  ['(metrics.a > 1)', `Invalid clause(s) in filter string: '(metrics.a > 1)'`, '(metrics.a > 1)'],
  [
    'metrics.x BETWEEN 1 AND 2',
    `Invalid clause(s) in filter string: 'metrics.x', 'BETWEEN', '1', '2'`,
    'metrics.x',
  ],
  ['metrics.a < metrics.b', `Expected numeric value type for metric. Found metrics.b`, 'metrics.b'],
  ['metrics.a > 1 -- c', `Invalid clause(s) in filter string: '-- c'`, '-- c'],
  ['metrics.a > 1 /* x */', `Invalid clause(s) in filter string: '/* x */'`, '/* x */'],
  ['bert', `Invalid clause(s) in filter string: 'bert'`, 'bert'],
  ['params.lr = 0.1', `Expected a quoted string value for parameter (e.g. 'my-value'). Got value 0.1`, '0.1'],
  ['tags.a = 1', `Expected a quoted string value for tag (e.g. 'my-value'). Got value 1`, '1'],
  ['status = 1', `Expected a quoted string value for attributes. Got value 1`, '1'],
  ['dataset.name = 1', `Expected a quoted string value for dataset attributes. Got value 1`, '1'],
  ['metrics.a > 1 OR metrics.b > 2', `Invalid clause(s) in filter string: 'OR'`, 'OR'],
  ["not params.a = 'x'", `Invalid clause(s) in filter string: 'not'`, 'not'],
  [
    "run_name IN ('A')",
    `Only the 'run_id' attribute supports comparison with a list of quoted string values.`,
    "('A')",
  ],
  [
    "params.a in ('x')",
    `Expected a quoted string value for parameter (e.g. 'my-value'). Got value ('x')`,
    "('x')",
  ],
  [
    'run_id IN ()',
    `While parsing a list in the query, expected a non-empty list of string values, but got empty list`,
    '()',
  ],
  [
    'run_id IN (1)',
    `While parsing a list in the query, expected string value, punctuation, or whitespace, but got different type in list: (1)`,
    '(1)',
  ],
  [
    'metrics.m IS NULL',
    `IS NULL / IS NOT NULL is only supported for tags and params, not for 'metric' 'm'`,
    'IS NULL',
  ],
  [
    'status IS NOT NULL',
    `IS NULL / IS NOT NULL is only supported for tags and params, not for 'attribute' 'status'`,
    'IS NOT NULL',
  ],
  ['params.m =', `Invalid clause(s) in filter string: 'params.m', '='`, 'params.m'],
  ['params.m', `Invalid clause(s) in filter string: 'params.m'`, 'params.m'],
  ["'a' = 'x'", `Invalid comparison clause. Expected 'Identifier' found ''a''`, "'a'"],
  ["params.m = 'x';", `Invalid clause(s) in filter string: ';'`, ';'],
  [
    'params.m = x',
    `Parameter value is either not quoted or unidentified quote types used for string value x. Use either single or double quotes.`,
    'x',
  ],
  [
    'params.m = `x`',
    'Parameter value is either not quoted or unidentified quote types used for string value `x`. Use either single or double quotes.',
    '`x`',
  ],
  ["params.a b = 'x'", `Invalid clause(s) in filter string: 'params.a'`, 'params.a'],
  ['metrics.a>1and metrics.b>2', `Expected numeric value type for metric. Found 1and`, '1and'],
  ['metrics.a > NaN', `Expected numeric value type for metric. Found NaN`, 'NaN'],
  ["params.a = 'x' 'y'", `Invalid clause(s) in filter string: ''y''`, "'y'"],
  [
    "lower(params.a) = 'x'",
    `Invalid comparison clause. Expected 'Identifier' found 'lower(params.a)'`,
    'lower(params.a)',
  ],
];

describe('filters of runs', () => {
  it.each(accepted)('reads %j', (text, printed) => {
    expect(printFilter(parseFilter(text, runDialect))).toBe(printed);
  });

  it.each(refused)('refuses %j', (text, message, pointedAt) => {
    const failure = failureOf(text);
    expect(failure.message).toBe(message);
    expect(text.slice(failure.start, failure.end)).toBe(pointedAt);
  });

  it('refuses what no database would plan', () => {
    expect(failureOf('metrics.a > 1 '.repeat(201)).message).toContain('at most 200');
    expect(failureOf(`params.a LIKE '${'x'.repeat(10_001)}'`).message).toContain('at most 10000');
    expect(failureOf('x'.repeat(100_001)).message).toContain('at most 100000');
  });
});

describe('parentheses that nobody closes', () => {
  it.each(['a IN ( ', '( ', '((a ', 'a IN ( b ) ', ') ', 'a IN ( NOT '])(
    'cost a few looks at each token: %j',
    (part) => {
      const tokens = tokenize(part.repeat(300));
      let looks = 0;
      const counted = new Proxy(tokens, {
        get(target, name): unknown {
          looks += 1;
          return Reflect.get(target, name);
        },
      });
      readClauses(counted);
      expect(looks).toBeLessThan(100 * tokens.length);
    },
  );
});

describe('filters of experiments and logged models', () => {
  it.each([
    ["name = 'x'", experimentDialect],
    ["name LIKE '%x'", experimentDialect],
    ['creation_time >= 5 AND last_update_time < 9', experimentDialect],
    ["tags.k IS NOT NULL AND tags.k ILIKE 'v'", experimentDialect],
    ["model_id IN ('m-1', 'm-2')", loggedModelDialect],
    ["metrics.acc > 0.5 AND params.lr = '0.1'", loggedModelDialect],
    ["status NOT IN ('READY') AND tags.a != 'b'", loggedModelDialect],
  ])('reads %j', (text, dialect) => {
    expect(printFilter(parseFilter(text, dialect))).toBe(text);
  });

  it.each([
    [
      'metrics.a > 1',
      experimentDialect,
      `Invalid entity type 'metrics'. Valid entity types are ('attribute', 'tag', 'tags')`,
    ],
    [
      "attributes.name = 'x'",
      experimentDialect,
      `Invalid entity type 'attributes'. Valid entity types are ('attribute', 'tag', 'tags')`,
    ],
    ['a OR b', experimentDialect, `Invalid clause(s) in filter string: a, OR, b`],
    ["name > 'a'", experimentDialect, `Invalid comparator '>' not one of '{'=', '!=', 'LIKE', 'ILIKE'}'`],
    [
      'name IS NULL',
      experimentDialect,
      `IS NULL / IS NOT NULL is only supported for tags, not for attribute 'name'`,
    ],
    [
      'a OR b',
      loggedModelDialect,
      `Invalid filter string: 'a OR b'. Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').`,
    ],
    [
      'metric.a > 1',
      loggedModelDialect,
      `Invalid entity type: 'metric'. Expected one of ['attributes', 'metrics', 'params', 'tags'].`,
    ],
    [
      "name > 'a'",
      loggedModelDialect,
      `Invalid comparison operator for name: '>'. Expected one of ('=', '!=', 'LIKE', 'ILIKE', 'IN', 'NOT IN').`,
    ],
  ])('refuses %j', (text, dialect, message) => {
    expect(failureOf(text, dialect).message).toBe(message);
  });
});
