import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarizeOnnx } from './onnx-summary.ts';
import { UnreadableFile } from '../window-reader.ts';

type Part = number | string | readonly number[];

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

/** One field: a number as a varint, a text or bytes with their length before them. */
function field(number: number, part: Part): number[] {
  if (typeof part === 'number') return [...varint(number * 8), ...varint(part)];
  const bytes = typeof part === 'string' ? [...new TextEncoder().encode(part)] : part;
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

const size = (dimension: number | string) =>
  field(1, field(typeof dimension === 'number' ? 1 : 2, dimension));
const value = (name: string, element: number, shape: readonly (number | string)[]) => [
  ...field(1, name),
  ...field(2, field(1, [...field(1, element), ...field(2, shape.flatMap(size))])),
];
const tensor = (name: string, dims: readonly number[], content: number) => [
  ...dims.flatMap((dim) => field(1, dim)),
  ...field(2, 1),
  ...field(8, name),
  ...field(
    9,
    Array.from({ length: content }, () => 7),
  ),
];

const graph = [
  ...field(1, [...field(1, 'x'), ...field(2, 'y'), ...field(4, 'Gemm')]),
  ...field(1, field(4, 'Relu')),
  ...field(1, field(4, 'Gemm')),
  ...field(1, [...field(4, 'Fused'), ...field(7, 'com.microsoft')]),
  ...field(2, 'iris'),
  ...field(5, tensor('w', [300, 200], 240_000)),
  ...field(5, tensor('b', [16], 64)),
  ...field(11, value('x', 1, ['batch', 4])),
  ...field(11, value('w', 1, [300, 200])),
  ...field(12, value('logits', 11, ['batch', 3])),
];
const model = new Uint8Array([
  ...field(1, 8),
  ...field(2, 'pytorch'),
  ...field(3, '2.4'),
  ...field(7, graph),
  ...field(8, [...field(1, ''), ...field(2, 17)]),
  ...field(14, [...field(1, 'license'), ...field(2, 'größer')]),
]);

function reading(bytes: Uint8Array) {
  const fetched = { bytes: 0 };
  const read = async (start: number, end: number) => {
    fetched.bytes += end - start;
    return bytes.slice(start, end);
  };
  return { fetched, read };
}

describe('an ONNX model', () => {
  it('is told by what it takes, gives and is made of', async () => {
    const summary = await summarizeOnnx(model.length, reading(model).read);
    expect(summary).toEqual({
      irVersion: 8,
      producer: 'pytorch 2.4',
      graphName: 'iris',
      opsets: [{ domain: 'ai.onnx', version: 17 }],
      metadata: [['license', 'größer']],
      inputs: [{ name: 'x', type: 'float32 [batch, 4]' }],
      outputs: [{ name: 'logits', type: 'float64 [batch, 3]' }],
      operators: [
        ['Gemm', 2],
        ['Relu', 1],
        ['com.microsoft.Fused', 1],
      ],
      nodes: 4,
      tensors: 2,
      parameters: 60_016,
    });
  });

  it('is not fetched for it', async () => {
    const big = new Uint8Array([
      ...field(1, 8),
      ...field(7, [...field(5, tensor('w', [1_000_000], 1_000_000)), ...field(1, field(4, 'Relu'))]),
    ]);
    const { fetched, read } = reading(big);
    expect((await summarizeOnnx(big.length, read)).nodes).toBe(1);
    expect(fetched.bytes).toBeLessThan(big.length / 2);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('{"json": true}')],
    ['a cut model', model.subarray(0, model.length - 100)],
    ['a length of 2^63', new Uint8Array([0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f])],
  ])('is not found in %s', async (_what, bytes) => {
    await expect(summarizeOnnx(bytes.length, reading(bytes).read)).rejects.toThrow(UnreadableFile);
  });

  it('made of any bytes is read or refused, and never hangs or fails otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(400), async (noise, at) => {
        const bytes = model.slice(0, 600);
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
        const told = await summarizeOnnx(bytes.length, reading(bytes).read).catch((error: unknown) => error);
        if (told instanceof Error) expect(told).toBeInstanceOf(UnreadableFile);
      }),
    );
  });
});
