import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from '#server/modules/runs/run-changes.queries.ts';
import { purgeManyRuns } from '#server/modules/runs/run-moves.queries.ts';
import { runByKey } from '#server/modules/runs/run-record.queries.ts';
import { deleteRuns } from '#server/modules/runs/run-writes.queries.ts';
import type { RunKey } from '#server/modules/runs/runs.types.ts';
import { fillWorld, worldWorkspaceId } from '#server/modules/runs/run-world.suite.ts';
import { type Database, defineRead, first } from '#server/ports/database.ts';
import { consoleSource } from './console-source.ts';
import { appendConsole, listConsoles } from './console.queries.ts';
import { readLines } from './log-reading.ts';

const context = { actor: { personId: 'ada', name: 'Ada', via: 'studio' }, nowMs: 7 } as const;

const readChanges = defineRead('tests.run-changes', 'short', function* (key: RunKey) {
  const { id } = yield* runByKey(key);
  return yield* changesOf(id, { name: 'new', tags: new Map([['team', null]]) });
});

/** Every part there is, of whichever run. */
const countParts = defineRead('tests.count-parts', 'short', function* (_input: undefined) {
  const counted = yield* first<{ parts: number }>(`SELECT COUNT(*) AS "parts" FROM console_part`);
  return counted?.parts ?? 0;
});

function worldOf(runId: string) {
  return [
    {
      runId,
      experimentId: 1,
      lifecycle: 'active' as const,
      name: 'old',
      status: 'RUNNING',
      startedAtMs: 0,
      endedAtMs: null,
      metrics: {},
      params: {},
      tags: { team: 'vision' },
      datasets: [],
    },
  ];
}

/** What a run's console keeps, on any database. */
export function consoleSuite(engine: string, open: () => Promise<Database>, skipReason?: string): void {
  const title = skipReason === undefined ? engine : `${engine} (skipped: ${skipReason})`;
  describe.skipIf(skipReason !== undefined)(`console output on ${title}`, () => {
    it('comes back line by line, however it was sent', async () => {
      const database = await open();
      let made = 0;
      const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('x'.repeat(9000)), fc.constant(''));
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
          async (calls) => {
            made += 1;
            const key = { workspaceId: worldWorkspaceId, runId: `run${made}`, name: 'rank-0' };
            await fillWorld(database, worldOf(key.runId));
            for (const lines of calls) {
              const entries = lines.map((text) => ({ text, stream: 'stdout' as const }));
              await database.write(appendConsole, { ...key, entries }, context);
            }
            const expected = calls.flat().flatMap(splitText);
            const source = consoleSource(database, key);
            const index = await source.index();
            const found = await readLines(source, index, { from: 0, limit: 1000, shiftMs: 0 });
            expect(index.lines).toBe(expected.length);
            expect(found.map(({ text }) => text)).toEqual(
              expected.map((text) => text.slice(0, 8000).toWellFormed()),
            );
            const { logs } = await database.read(listConsoles, key);
            expect(logs).toEqual(expected.length === 0 ? [] : [{ name: 'rank-0', bytes: index.bytes }]);
          },
        ),
        { numRuns: 15 },
      );
    });

    it('goes with a run that is purged, and with no other', async () => {
      const database = await open();
      await fillWorld(database, [...worldOf('kept'), ...worldOf('gone')]);
      const keyOf = (runId: string) => ({ workspaceId: worldWorkspaceId, runId, name: 'console' });
      for (const runId of ['kept', 'gone']) {
        const entries = [{ text: 'a line', stream: 'stdout' as const }];
        await database.write(appendConsole, { ...keyOf(runId), entries }, context);
      }
      const before = await database.read(countParts, undefined);
      const runIds = ['gone'];
      await database.write(deleteRuns, { workspaceId: worldWorkspaceId, runIds }, context);
      await database.write(purgeManyRuns, { workspaceId: worldWorkspaceId, runIds }, context);
      expect((await database.read(countParts, undefined)) - before).toBe(-1);
      expect((await database.read(listConsoles, keyOf('kept'))).logs).toHaveLength(1);
    });

    it('the values of a run before a change are read', async () => {
      const database = await open();
      await fillWorld(database, worldOf('changed'));
      const key = { workspaceId: worldWorkspaceId, runId: 'changed' };
      expect(await database.read(readChanges, key)).toEqual([
        { what: 'name', key: null, from: 'old', to: 'new' },
        { what: 'tag', key: 'team', from: 'vision', to: null },
      ]);
    });
  });
}

/** The lines that an entry's text stands for. */
function splitText(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
