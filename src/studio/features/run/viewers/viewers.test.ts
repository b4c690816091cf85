import { UnreadableFile } from '#domain/window-reader.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText } from './cell-text.model.ts';
import { parseModelFile } from './model-file.model.ts';
import { parseNotebook } from './notebook.model.ts';
import { parquetFiles } from './parquet-files.suite.ts';
import { readParquet } from './read-parquet.ts';
import { readWholeText } from './whole-text.ts';

const readerOf = (bytes: Uint8Array) => async (start: number, end: number) => bytes.slice(start, end);
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

describe('Parquet', () => {
  test.each(['snappy', 'zstd'] as const)('written with %s is read as a table', async (codec) => {
    const bytes = bytesOf(parquetFiles[codec]);
    const table = await readParquet(bytes.length, readerOf(bytes), 1000);
    expect(table).toMatchObject({ rowCount: 3, columnCount: 5, codecs: [codec.toUpperCase()] });
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'name', 'loss', 'at', 'tags']);
    expect(table.rows).toEqual([
      ['1', 'a', '0.5', '2026-03-01T12:00:00.000Z', '["x"]'],
      ['2', 'größe', 'NaN', '', '[]'],
      ['1152921504606846976', '', '-1e+308', '', ''],
    ]);
    expect((await readParquet(bytes.length, readerOf(bytes), 1)).rows).toHaveLength(1);
  });

  test('packed in a way that nothing here unpacks says so', async () => {
    const bytes = bytesOf(parquetFiles.gzip);
    await expect(readParquet(bytes.length, readerOf(bytes), 10)).rejects.toThrow('compressed with GZIP');
  });

  test('that is damaged is refused, and never hangs', async () => {
    const whole = bytesOf(parquetFiles.snappy);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 4 }),
        async (at, noise) => {
          const bytes = whole.slice();
          bytes.set(noise.subarray(0, bytes.length - at), at);
          const told = await readParquet(bytes.length, readerOf(bytes), 10).catch((error: unknown) => error);
          expect(told).toBeTypeOf('object');
        },
      ),
      { numRuns: 60 },
    );
  });
});

test.each([
  [null, ''],
  [12n ** 20n, String(12n ** 20n)],
  [new Date(Number.NaN), 'no valid date'],
  [new Uint8Array(3), '3 bytes'],
  [{ a: [1n, new Uint8Array(2)] }, '{"a":["1","2 bytes"]}'],
])('a cell of %s reads %s', (value, text) => {
  expect(cellText(value)).toBe(text);
});

describe('notebooks', () => {
  const notebook = (cells: unknown) => JSON.stringify({ nbformat: 4, cells });
  const withOutput = (output: unknown) =>
    parseNotebook(
      notebook([{ cell_type: 'code', source: ['a\n', 'b'], execution_count: 3, outputs: [output] }]),
    )?.[0];

  test('are read cell by cell', () => {
    const cells = parseNotebook(notebook([{ cell_type: 'markdown', source: '# Title' }]));
    expect(cells).toEqual([{ kind: 'markdown', source: '# Title', count: undefined, outputs: [] }]);
    expect(withOutput({ output_type: 'stream', name: 'stdout', text: ['x', 'y'] })).toMatchObject({
      source: 'a\nb',
      count: 3,
      outputs: [{ kind: 'text', text: 'xy', failed: false }],
    });
  });

  test('of each output the richest harmless form is taken', () => {
    const data = { 'text/html': '<b>x</b>', 'text/plain': 'x', 'image/png': 'iVBO\nRw0=' };
    expect(withOutput({ output_type: 'display_data', data })?.outputs).toEqual([
      { kind: 'image', address: 'data:image/png;base64,iVBORw0=' },
    ]);
    const hostile = {
      'image/png': 'x" onerror="alert(1)',
      'image/svg+xml': '<svg onload="x"/>',
      'text/plain': 'x',
    };
    expect(withOutput({ output_type: 'display_data', data: hostile })?.outputs).toEqual([
      { kind: 'text', text: 'x', failed: false },
    ]);
    expect(withOutput({ output_type: 'error', ename: 'E', evalue: 'v', traceback: 7 })?.outputs).toEqual([
      { kind: 'text', text: 'E: v', failed: true },
    ]);
  });

  test.each(['', 'null', '[]', '{"nbformat":4}', '{"nbformat":4,"cells":[{"source":5}]}', '{"cells":[]}'])(
    '%s is none',
    (text) => {
      expect(parseNotebook(text)).toBeUndefined();
    },
  );
});

describe('MLmodel files', () => {
  const yaml = (signature: string) =>
    `flavors:\n  onnx: {}\n  python_function: {}\nrun_id: abc\nsignature:\n${signature}`;

  test('tell what a model takes and gives', () => {
    const text = yaml(
      `  inputs: '[{"name": "x", "type": "double"}, {"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1, 4]}}]'\n  outputs: '[{"name": "y", "type": "long", "required": false}]'\n`,
    );
    expect(parseModelFile(text)).toMatchObject({
      flavors: ['onnx', 'python_function'],
      facts: [['Run id', 'abc']],
      inputs: [
        { name: 'x', type: 'double' },
        { name: '(2)', type: 'float32 [-1, 4]' },
      ],
      outputs: [{ name: 'y', type: 'long, optional' }],
      params: undefined,
    });
  });

  test('with half a signature tell the rest', () => {
    expect(parseModelFile(yaml("  inputs: '[{'\n  outputs: null\n"))).toMatchObject({
      flavors: ['onnx', 'python_function'],
      inputs: undefined,
      outputs: undefined,
    });
  });

  test('that would unfold to billions of values are refused', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let at = 1; at < 20; at += 1) {
      const [name, inner] = [String.fromCharCode(97 + at), `*${String.fromCharCode(96 + at)}`];
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => inner).join(', ')}]`);
    }
    expect(parseModelFile(`flavors: {}\n${bomb.join('\n')}`)).toBeUndefined();
  });

  test.each(['', ':', 'flavors: 3', '- a', '\0'])('%j is none', (text) => {
    expect(parseModelFile(text)).toBeUndefined();
  });
});

test('a text is read whole, or refused where it is too long', async () => {
  const bytes = new TextEncoder().encode('größer');
  expect(await readWholeText(bytes.length, readerOf(bytes))).toBe('größer');
  await expect(readWholeText(2 ** 30, readerOf(bytes))).rejects.toThrow(UnreadableFile);
});
