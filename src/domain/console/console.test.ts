import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnsi, stripAnsi } from './ansi.ts';
import { formatLogLine, lastWritten, parseLogLine } from './log-line.ts';
import { blockBytes, blockLines, blockOfLine, createLogIndexer, tellsError } from './log-index.ts';
import { readLogTime, zoneShift } from './log-time.ts';

describe('times of lines', () => {
  it.each([
    ['2026-03-01T12:00:00Z x', Date.UTC(2026, 2, 1, 12), true],
    ['2026-03-01T12:00:00.5+02:00', Date.UTC(2026, 2, 1, 10, 0, 0, 500), true],
    ['[2026-03-01 12:00:00,123] INFO', Date.UTC(2026, 2, 1, 12, 0, 0, 123), false],
    ['INFO:root:2026-03-01 12:00:00 -0330', Date.UTC(2026, 2, 1, 15, 30), true],
    ['2026-03-01T12:00:00.123456789Z', Date.UTC(2026, 2, 1, 12, 0, 0, 123), true],
  ])('%s', (line, atMs, zoned) => {
    expect(readLogTime(line)).toEqual({ atMs, zoned });
  });

  it.each(['epoch 3', '', 'saved to the folder of long ago 2026-03-01T12:00:00Z', '2026-03-01'])(
    'none in %j',
    (line) => {
      expect(readLogTime(line)).toBeUndefined();
    },
  );

  it('are moved by whole quarters of an hour to where the run began, or not at all', () => {
    const hour = 3_600_000;
    expect(zoneShift(10 * hour + 700, 8 * hour)).toBe(-2 * hour);
    expect(zoneShift(8 * hour, 8 * hour + 60_000)).toBe(0);
    expect(zoneShift(0, 400 * hour)).toBe(0);
  });
});

describe('lines', () => {
  it('kept as container logs come back as they were', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800_000 }),
        fc.constantFrom('stdout', 'stderr'),
        fc.string({ unit: 'grapheme' }),
        (atMs, stream, text) => {
          expect(parseLogLine(formatLogLine(atMs, stream, text))).toEqual({
            atMs,
            stream,
            text,
            zoned: true,
          });
        },
      ),
    );
  });

  it('of other logs stay as they are', () => {
    expect(parseLogLine('2026-03-01 12:00:00,000 INFO a')).toMatchObject({
      text: '2026-03-01 12:00:00,000 INFO a',
      stream: undefined,
      zoned: false,
    });
  });

  it.each([
    ['10%\r50%\r100%', '100%'],
    ['windows\r', 'windows'],
    ['plain', 'plain'],
  ])('%j leaves %j on a terminal', (text, shown) => {
    expect(lastWritten(text)).toBe(shown);
  });

  it.each([
    ['Traceback (most recent call last):', true],
    ['ValueError: bad', true],
    ['2026-01-01 ERROR disk', true],
    ['torch.OutOfMemoryError: CUDA', true],
    ['CUDA out of memory', true],
    ['mean_absolute_error 0.2', false],
    ['no errors found', false],
    ['class MyError', true],
    ['using ErrorBar plots', false],
  ])('%s tells of an error: %s', (line, expected) => {
    expect(tellsError(line)).toBe(expected);
  });
});

/** The index of some bytes, handed over in portions that end anywhere. */
function indexOf(bytes: Uint8Array, portions: readonly number[]) {
  const indexer = createLogIndexer((part) => Buffer.from(part).toString('latin1'));
  let at = 0;
  for (const portion of portions) {
    indexer.add(bytes.subarray(at, at + portion));
    at = Math.min(bytes.length, at + portion);
  }
  indexer.add(bytes.subarray(at));
  return indexer.finish();
}

describe('the index', () => {
  it('is the same however the bytes come, and counts what splitting counts', () => {
    const line = fc.constantFrom('', 'a', 'ERROR x', 'é'.repeat(40), '2026-03-01T12:00:00Z y', '\r');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 900 }),
        fc.boolean(),
        fc.array(fc.nat(300), { maxLength: 20 }),
        (lines, ended, portions) => {
          const text = lines.join('\n') + (ended ? '\n' : '');
          const bytes = new TextEncoder().encode(text);
          const index = indexOf(bytes, portions);
          const expected = text.split('\n');
          if (expected.at(-1) === '') expected.pop();
          expect(index.lines).toBe(expected.length);
          expect(index.errorCount).toBe(expected.filter((each) => each === 'ERROR x').length);
          for (const block of index.blocks) {
            const before = new TextDecoder().decode(bytes.subarray(0, block.byte));
            expect(before.split('\n').length - 1).toBe(block.line);
          }
          expect(index).toEqual(indexOf(bytes, []));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('begins a block after many lines, and after many bytes', () => {
    const many = indexOf(new TextEncoder().encode('x\n'.repeat(blockLines * 3)), []);
    expect(many.blocks.map(({ line }) => line)).toEqual([0, blockLines, blockLines * 2]);
    const long = indexOf(new TextEncoder().encode(`${'y'.repeat(blockBytes)}\n`.repeat(3)), []);
    expect(long.blocks.map(({ line }) => line)).toEqual([0, 1, 2]);
    expect(blockOfLine(many.blocks, blockLines + 5)).toBe(1);
    expect(blockOfLine(many.blocks, 0)).toBe(0);
  });
});

describe('colours of a terminal', () => {
  it('become spans', () => {
    expect(parseAnsi('a \u001b[31;1mred\u001b[0m b')).toEqual([
      expect.objectContaining({ text: 'a ', colour: undefined }),
      expect.objectContaining({ text: 'red', colour: 1, bold: true }),
      expect.objectContaining({ text: ' b', colour: undefined, bold: false }),
    ]);
    expect(parseAnsi('\u001b[38;5;9mx\u001b[38;2;1;2;3my\u001b[92mz').map(({ colour }) => colour)).toEqual([
      9, 9, 10,
    ]);
  });

  it.each(['\u001b[2K\u001b[1Gdone', '\u001b]0;a title\u0007done', 'd\u0008one', '\u001b[?25ldone'])(
    'what moves the cursor vanishes: %j',
    (line) => {
      expect(stripAnsi(line)).toBe('done');
    },
  );

  it('never lose or double what is no control character, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\u001b', '[', ']', '3', '1', ';', 'm', 'x', '\u0007') }),
        (line) => {
          expect(
            parseAnsi(line)
              .map(({ text }) => text)
              .join(''),
          ).toBe(stripAnsi(line));
        },
      ),
    );
  });
});
