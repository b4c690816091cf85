import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlationOf, entropyOf } from './distinguish.ts';
import { flattenConfig, flattenDocument } from './flatten-config.ts';
import { joinTables, keyColumns } from './join-tables.ts';
import { parseLiteral, printLiteral } from './literal.ts';
import { parsePackages } from './packages.ts';
import { meaningOf, toNumber } from './same-value.ts';

test.each([
  ['1e-3', '0.001', true],
  ['1', '1.0', true],
  ['-0', '0', true],
  ['True', 'true', true],
  ['None', 'null', true],
  ['relu', 'ReLU', false],
  ['1e-3', '1e-4', false],
  ['10', '1_0', false],
  ['9007199254740993', '9007199254740992', false],
  ['', '0', false],
])('%s and %s mean the same: %s', (first, second, expected) => {
  expect(meaningOf(first) === meaningOf(second)).toBe(expected);
});

test.each([
  ['12', 12],
  [' -1.5e3 ', -1500],
  ['0x10', undefined],
  ['', undefined],
  ['Infinity', undefined],
])('%j as a number is %s', (text, expected) => {
  expect(toNumber(text)).toBe(expected);
});

describe('nested values', () => {
  const flat = (entries: Record<string, string>) =>
    Object.fromEntries([...flattenConfig(entries)].map(([path, { text }]) => [path, text]));

  test('JSON and what Python prints come apart alike', () => {
    const json =
      '{"name": "adam", "betas": [0.9, 0.999], "groups": [{"lr": 1e-3}, {"lr": 0.1}], "amsgrad": false}';
    const python =
      "{'name': 'adam', 'betas': (0.9, 0.999), 'groups': [{'lr': 0.001}, {'lr': 0.1,}], 'amsgrad': False}";
    expect(flat({ opt: json, seed: '7' })).toEqual({
      'opt.name': 'adam',
      'opt.betas': '[0.9, 0.999]',
      'opt.groups[0].lr': '1e-3',
      'opt.groups[1].lr': '0.1',
      'opt.amsgrad': 'false',
      seed: '7',
    });
    const [first, second] = [flattenConfig({ opt: json }), flattenConfig({ opt: python })];
    for (const [path, { meaning }] of first) expect(second.get(path)?.meaning, path).toBe(meaning);
  });

  test('order means something in lists and nothing in sets', () => {
    const meaning = (text: string) => flattenConfig({ k: text }).get('k')?.meaning;
    expect(meaning('[1, 2]')).not.toBe(meaning('[2, 1]'));
    expect(meaning("{'b', 'a'}")).toBe(meaning("{'a', 'b'}"));
    expect(meaning('[1.0, 2]')).toBe(meaning('[1, 2.0]'));
    expect(meaning('[]')).not.toBe(meaning('{}'));
  });

  test.each([
    '[1, 2',
    '{"a" 1}',
    "{'a': 1, 'b'}",
    '[1] tail',
    '(',
    '{"a": "x}',
    '['.repeat(100) + ']'.repeat(100),
  ])('what is not whole stays a plain text: %s', (text) => expect(flat({ k: text })).toEqual({ k: text }));

  test('any JSON is read to its last value', () => {
    const plain = fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.array(plain)), (value) => {
        const literal = parseLiteral(JSON.stringify(value));
        expect(literal).toEqual({
          kind: 'map',
          entries: Object.entries(value).map(([key, items]) => [
            key,
            { kind: 'list', items: items.map((item) => ({ kind: 'scalar', text: String(item) })) },
          ]),
        });
      }),
    );
  });

  test('a document is taken apart from its root; a plain text is none', () => {
    expect([...flattenDocument('[{"a": 1}, 2]')!.keys()]).toEqual(['[0].a', '[1]']);
    expect([...flattenDocument('[1, 2]')!].map(([path, { text }]) => [path, text])).toEqual([
      ['(all)', '[1, 2]'],
    ]);
    expect(flattenDocument('hello')).toBeUndefined();
    expect(printLiteral(parseLiteral("{'a': [1, {2}]}")!)).toBe('{a: [1, {2}]}');
  });
});

describe('what distinguishes', () => {
  test.each([
    [['a', 'a', 'a', 'a'], 0],
    [['a', 'a', 'b', 'b'], 1],
    [['a', 'b', 'c', 'd'], 2],
    [['a', undefined, 'b', undefined], 1],
    [[], 0],
  ])('%j carries %f bits', (meanings, bits) => expect(entropyOf(meanings)).toBeCloseTo(bits, 12));

  const outcomes = (values: readonly (number | string)[], reached: readonly number[]) =>
    values.map((value, index) => ({
      meaning: String(value),
      value: typeof value === 'number' ? value : undefined,
      outcome: reached[index],
    }));

  test('numbers go by rank, with a sign', () => {
    expect(correlationOf(outcomes([1, 10, 100, 1000], [1, 2, 3, 4]))).toBeCloseTo(1, 12);
    expect(correlationOf(outcomes([1, 10, 100, 1000], [9, 8, 7, 1]))).toBeCloseTo(-1, 12);
    expect(correlationOf(outcomes([1, 1, 2, 2], [1, 3, 2, 4]))).toBeCloseTo(0.4472, 3);
  });

  test('words go by the groups they make', () => {
    expect(correlationOf(outcomes(['a', 'a', 'b', 'b'], [1, 1, 5, 5]))).toBeCloseTo(1, 12);
    expect(correlationOf(outcomes(['a', 'b', 'a', 'b'], [1, 1, 5, 5]))).toBeCloseTo(0, 12);
    expect(correlationOf(outcomes(['a', 'b', 'c', 'd'], [1, 1, 5, 5]))).toBeUndefined();
  });

  test('too few, or nothing that changes, says nothing', () => {
    expect(correlationOf(outcomes([1, 2], [1, 2]))).toBeUndefined();
    expect(correlationOf(outcomes([1, 1, 1], [1, 2, 3]))).toBeUndefined();
    expect(correlationOf(outcomes([1, 2, 3], [1, NaN, 3]))).toBeUndefined();
  });
});

describe('packages', () => {
  test('of requirements.txt and pip freeze', () => {
    const text = [
      '# comment',
      '-r other.txt',
      '--index-url https://x',
      'Torch==2.3.1+cu121',
      'numpy >= 1.26, < 2  # why',
      'scikit_learn[extra]~=1.5 ; python_version > "3.8"',
      'plain',
      'mine @ file:///src/mine',
      '-e git+https://host/x.git#egg=x',
    ].join('\r\n');
    expect(Object.fromEntries(parsePackages(text, 'requirements.txt'))).toEqual({
      torch: '2.3.1+cu121',
      numpy: '>=1.26,<2',
      'scikit-learn': '~=1.5',
      plain: 'any',
      mine: 'file:///src/mine',
    });
  });

  test('of conda.yaml', () => {
    const text = `channels:\n- conda-forge\ndependencies:\n- python=3.11.9\n- numpy=1.26.4=py311_0\n- pip<=24\n- pip:\n  - mlflow==3.1\n  - "torch>=2"\nname: env\n`;
    expect(Object.fromEntries(parsePackages(text, 'conda.yaml'))).toEqual({
      python: '3.11.9',
      numpy: '1.26.4',
      pip: '<=24',
      mlflow: '3.1',
      torch: '>=2',
    });
  });
});

describe('tables joined by key', () => {
  const first = [
    ['id', 'label', 'score'],
    ['a', 'cat', '0.5'],
    ['b', 'dog', '1'],
    ['b', 'cow', '2'],
  ];
  const second = [
    ['id', 'score', 'extra'],
    ['b', '1.5', 'x'],
    ['c', '1', 'y'],
  ];

  test('rows meet by key, columns by name, and what one lacks is absent', () => {
    const { columns, rows, doubled } = joinTables([first, second], 'id');
    expect(columns).toEqual(['label', 'score', 'extra']);
    expect(doubled).toBe(1);
    expect(rows.map(({ key, cells }) => [key, cells.map((list) => list.map(({ text }) => text))])).toEqual([
      [
        'a',
        [
          ['cat', undefined],
          ['0.5', undefined],
          [undefined, undefined],
        ],
      ],
      [
        'b',
        [
          ['dog', undefined],
          ['1', '1.5'],
          [undefined, 'x'],
        ],
      ],
      [
        'c',
        [
          [undefined, undefined],
          [undefined, '1'],
          [undefined, 'y'],
        ],
      ],
    ]);
    expect(rows[1]!.cells[1]![1]!.delta).toBe(0.5);
  });

  test('equal numbers however written do not differ', () => {
    const joined = joinTables(
      [
        [
          ['id', 'v'],
          ['a', '1'],
        ],
        [
          ['id', 'v'],
          ['a', '1.0'],
        ],
      ],
      'id',
    );
    expect(joined.rows[0]!.differs).toBe(false);
  });

  test('the column to join by is shared and tells rows apart', () => {
    const left = [
      ['kind', 'id'],
      ['x', '1'],
      ['x', '2'],
    ];
    expect(
      keyColumns([
        left,
        [
          ['id', 'kind', 'z'],
          ['1', 'x', ''],
        ],
      ]),
    ).toEqual(['id', 'kind']);
    expect(keyColumns([left, [['z'], ['1']]])).toEqual([]);
    expect(joinTables([left], 'nowhere')).toEqual({ columns: ['kind', 'id'], rows: [], doubled: 0 });
  });
});
