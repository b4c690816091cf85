import { createHash } from 'node:crypto';
import { Problem } from '#contract/problem.ts';
import type { Blobs } from '#server/ports/blobs.ts';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

/** What every blob store does. */
export function describeBlobs(name: string, open: () => Promise<Blobs>): void {
  describe(`blobs in ${name}`, () => {
    let blobs: Blobs;
    beforeEach(async () => {
      blobs = await open();
    });

    it('gives back what was put, with its size and sha256', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 6 }), async (chunks) => {
          const whole = Buffer.concat(chunks);
          const stored = await blobs.put('1/run/artifacts/x.bin', streamOf(chunks));
          expect(stored).toEqual({ size: whole.length, sha256: sha256(whole) });
          expect(await read(blobs, '1/run/artifacts/x.bin')).toEqual(whole);
          expect(await blobs.size('1/run/artifacts/x.bin')).toBe(whole.length);
        }),
        { numRuns: 25 },
      );
    });

    it('reads ranges, cut at the end of the blob', async () => {
      await blobs.put('digits', textStream('0123456789'));
      const cases = [
        [0, 3, '0123'],
        [4, 4, '4'],
        [7, 100, '789'],
        [10, 20, ''],
      ] as const;
      for (const [start, end, expected] of cases) {
        const found = await blobs.get('digits', { start, end });
        expect(found).toMatchObject({ size: expected.length, totalSize: 10 });
        expect(await new Response(found!.body).text()).toBe(expected);
      }
    });

    it('lists a folder by name, with folders marked', async () => {
      for (const key of ['f/b.txt', 'f/a b.txt', 'f/sub/deep/c', 'f/指标', 'g/x'])
        await blobs.put(key, textStream(key));
      expect(await blobs.list('f')).toEqual([
        { name: 'a b.txt', isDirectory: false, size: 9 },
        { name: 'b.txt', isDirectory: false, size: 7 },
        { name: 'sub', isDirectory: true, size: 0 },
        { name: '指标', isDirectory: false, size: 8 },
      ]);
      expect((await blobs.list('')).map((entry) => entry.name)).toEqual(['f', 'g']);
      expect(await blobs.list('nowhere')).toEqual([]);
      expect(await blobs.list('g/x')).toEqual([]);
    });

    it('knows nothing where there is nothing, and nothing of folders', async () => {
      await blobs.put('f/a', textStream('a'));
      for (const key of ['f', 'none', 'f/a/below']) {
        expect(await blobs.get(key)).toBeUndefined();
        expect(await blobs.size(key)).toBeUndefined();
      }
    });

    it('overwrites, and deletes files, folders and what is not there', async () => {
      await blobs.put('f/a', textStream('old'));
      await blobs.put('f/a', textStream('new!'));
      await blobs.put('f/sub/b', textStream('b'));
      await blobs.put('fa', textStream('beside'));
      expect(await readText(blobs, 'f/a')).toBe('new!');
      await blobs.delete('f/a');
      expect(await blobs.get('f/a')).toBeUndefined();
      await blobs.delete('f');
      await blobs.delete('f');
      await blobs.delete('never/was');
      expect(await blobs.get('f/sub/b')).toBeUndefined();
      expect(await readText(blobs, 'fa')).toBe('beside');
    });

    it('joins parts in the order given and removes them', async () => {
      await blobs.put('parts/1', textStream('one '));
      await blobs.put('parts/2', textStream('two '));
      await blobs.put('parts/10', textStream('ten'));
      const stored = await blobs.join('whole', ['parts/1', 'parts/2', 'parts/10']);
      expect(stored).toEqual({ size: 11, sha256: sha256(Buffer.from('one two ten')) });
      expect(await readText(blobs, 'whole')).toBe('one two ten');
      expect(await blobs.get('parts/1')).toBeUndefined();
    });

    it('keeps the old blob and leaves nothing behind when a stream breaks', async () => {
      await blobs.put('f/a', textStream('old'));
      const broken = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array(1000)),
        pull: () => Promise.reject(new Error('the client went away')),
      });
      await expect(blobs.put('f/a', broken)).rejects.toThrow('the client went away');
      expect(await readText(blobs, 'f/a')).toBe('old');
      expect((await blobs.list('')).map((entry) => entry.name)).toEqual(['f']);
      expect(await blobs.list('f')).toHaveLength(1);
    });

    it('keeps the old blob, or none, and the parts, when what is written down elsewhere fails', async () => {
      const refuse = async () => Promise.reject(new Error('not written down'));
      await blobs.put('f/a', textStream('old'));
      await blobs.put('parts/1', textStream('part'));
      await expect(blobs.put('f/a', textStream('newer'), refuse)).rejects.toThrow('not written down');
      await expect(blobs.put('f/b', textStream('new'), refuse)).rejects.toThrow('not written down');
      await expect(blobs.join('f/a', ['parts/1'], refuse)).rejects.toThrow('not written down');
      expect(await readText(blobs, 'f/a')).toBe('old');
      expect(await blobs.list('f')).toHaveLength(1);
      expect(await readText(blobs, 'parts/1')).toBe('part');
      const told: unknown[] = [];
      const stored = await blobs.join('f/a', ['parts/1'], async (each) => void told.push(each));
      expect(told).toEqual([stored]);
      expect(await readText(blobs, 'f/a')).toBe('part');
    });

    it('refuses a file where a folder is and a folder where a file is', async () => {
      await blobs.put('f/a', textStream('a'));
      await expectProblem(blobs.put('f', textStream('x')), 'conflict');
      await expectProblem(blobs.put('f/a/b', textStream('x')), 'conflict');
      expect(await readText(blobs, 'f/a')).toBe('a');
    });

    it.each(['', '..', '../x', 'a/../../x', '/etc/passwd', 'a//b', './a', 'a\\b', 'a\0b', 'é'.repeat(128)])(
      'refuses the key %j',
      async (key) => {
        await expectProblem(blobs.put(key, textStream('x')), 'invalid-input');
        await expectProblem(async () => blobs.delete(key), 'invalid-input');
      },
    );

    it('takes names in any script, with spaces and signs', async () => {
      for (const key of [
        'f/имя файла',
        'f/نام',
        'f/100% sure',
        'f/a+b&c=d',
        'f/🎨',
        `f/${'x'.repeat(255)}`,
      ]) {
        await blobs.put(key, textStream(key));
        expect(await readText(blobs, key)).toBe(key);
      }
    });

    it('leaves one whole file when many write the same key', async () => {
      const texts = Array.from({ length: 20 }, (_each, index) => `${index}`.repeat(5000));
      await Promise.all(texts.map((text) => blobs.put('f/same', textStream(text))));
      expect(texts).toContain(await readText(blobs, 'f/same'));
    });
  });
}

export function textStream(text: string): ReadableStream<Uint8Array> {
  return streamOf([Buffer.from(text)]);
}

async function expectProblem(call: Promise<unknown> | (() => Promise<unknown>), code: string): Promise<void> {
  const outcome = await (typeof call === 'function' ? Promise.resolve().then(call) : call).catch(
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Problem);
  expect((outcome as Problem).code).toBe(code);
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function read(blobs: Blobs, key: string): Promise<Buffer> {
  const found = await blobs.get(key);
  return Buffer.from(await new Response(found!.body).arrayBuffer());
}

async function readText(blobs: Blobs, key: string): Promise<string> {
  return (await read(blobs, key)).toString();
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
