import { Problem } from '#contract/problem.ts';
import type { Database, WriteContext } from '#server/ports/database.ts';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addToCounter,
  answerFunction,
  type Cell,
  insertCell,
  insertThenRun,
  query,
  queryLong,
  readCounter,
  readCounterLong,
} from './probe.ts';

export interface DatabaseUnderTest {
  /** Opens the same empty place again and again: what one opening wrote, the next one finds (unless in memory). */
  open(): Promise<Database>;
  readonly keepsData: boolean;
  /** Nothing has to be cloned on its way. */
  readonly sameThread: boolean;
  /** Why this driver cannot be tried here, where it cannot. */
  readonly skipReason?: string | undefined;
  /** Makes the place of `open` fresh. */
  reset(): Promise<void>;
}

const context: WriteContext = { actor: { personId: 'ada', name: 'Ada', via: 'cli' }, nowMs: 1_000_000 };

/** What every database adapter must do. Run by a test file of each driver. */
export function databaseSuite(name: string, place: DatabaseUnderTest): void {
  // The machine that runs this may be busy with much else.
  const options = { timeout: 60_000 };
  const title = place.skipReason === undefined ? name : `${name} (skipped: ${place.skipReason})`;
  describe.skipIf(place.skipReason !== undefined)(`database: ${title}`, options, () => {
    let database: Database;

    beforeAll(async () => {
      await place.reset();
      database = await place.open();
    });
    afterAll(async () => {
      await database.close();
    });

    const events = (subjectId: string) =>
      database.read(query, {
        sql: `SELECT actor_name AS "actor", via, action, event_count AS "count", at_ms AS "atMs", detail
              FROM audit_event WHERE subject_id = ? ORDER BY id`,
        params: [subjectId],
      });
    const cellsNamed = async (label: string) =>
      (await database.read(query, { sql: `SELECT label FROM cell WHERE label = ?`, params: [label] })).length;

    test('a migration makes tables, fills them by work, then finishes', async () => {
      const filled = { sql: `SELECT name, length FROM filled ORDER BY name`, params: [] };
      await expect(database.read(query, filled)).resolves.toEqual([
        { name: 'first', length: 5 },
        { name: 'second', length: 6 },
      ]);
      const finished = { sql: `SELECT names FROM finished`, params: [] };
      await expect(database.read(query, finished)).resolves.toEqual([{ names: 2 }]);
    });

    test('a read sees every write acknowledged before it, in place and in a thread', async () => {
      for (let total = 1; total <= 50; total += 1) {
        await expect(database.write(addToCounter, { name: 'own', by: 1 }, context)).resolves.toBe(total);
        await expect(database.read(readCounter, 'own')).resolves.toBe(total);
        await expect(database.read(readCounterLong, 'own')).resolves.toBe(total);
      }
    });

    test('a hundred writes to one counter at once are all counted', async () => {
      const totals = await Promise.all(
        Array.from({ length: 100 }, () => database.write(addToCounter, { name: 'crowd', by: 1 }, context)),
      );
      expect(totals.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      await expect(database.read(readCounter, 'crowd')).resolves.toBe(100);
    });

    test('a write that fails takes back its own changes and no one else’s', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 30 }, (_, index) =>
          database.write(addToCounter, { name: `group-${index}`, by: index % 3 === 0 ? -1 : 1 }, context),
        ),
      );
      for (const [index, outcome] of outcomes.entries()) {
        expect(outcome.status).toBe(index % 3 === 0 ? 'rejected' : 'fulfilled');
        await expect(database.read(readCounter, `group-${index}`)).resolves.toBe(index % 3 === 0 ? 0 : 1);
        expect(await events(`group-${index}`)).toHaveLength(index % 3 === 0 ? 0 : 1);
      }
    });

    test('a Problem arrives as it was thrown', async () => {
      const error: unknown = await database
        .write(addToCounter, { name: 'x', by: -7 }, context)
        .catch((e: unknown) => e);
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({
        code: 'invalid-input',
        message: 'Only forwards: -7.',
        detail: { by: -7 },
      });
    });

    test.each([
      ['a statement that is not SQL', 'SELEC 1'],
      ['a broken constraint', `INSERT INTO counter (name, total) VALUES ('k', NULL)`],
      ['a table that is not there', 'DELETE FROM nothing'],
    ])('%s fails its write, and the next one goes through', async (label, sql) => {
      await expect(database.write(insertThenRun, { label, sql }, context)).rejects.toThrow(Error);
      expect(await cellsNamed(label)).toBe(0);
      await expect(database.write(insertThenRun, { label, sql: 'SELECT 1' }, context)).resolves.toBeNull();
      expect(await cellsNamed(label)).toBe(1);
    });

    test('a read that fails says so, and the next one answers', async () => {
      for (const read of [query, queryLong]) {
        await expect(database.read(read, { sql: 'SELECT * FROM nowhere' })).rejects.toThrow(/nowhere/);
        await expect(database.read(read, { sql: 'SELECT 1 AS one' })).resolves.toEqual([{ one: 1 }]);
      }
    });

    test('every write leaves its audit entry', async () => {
      await database.write(insertCell, { label: 'audited', whole: 1, fraction: null, bytes: null }, context);
      expect(await events('audited')).toEqual([
        {
          actor: 'Ada',
          via: 'cli',
          action: 'cell.insert',
          count: 1,
          atMs: 1_000_000,
          detail: '{"letters":7}',
        },
      ]);
    });

    test('entries with a count are summed for an hour, by person', async () => {
      const hour = 3_600_000;
      const at = (nowMs: number, personId = 'ada'): WriteContext => ({
        actor: { ...context.actor, personId },
        nowMs,
      });
      for (const when of [at(10), at(20), at(30, 'bob'), at(hour + 9), at(2 * hour + 10)]) {
        await database.write(addToCounter, { name: 'summed', by: 5 }, when);
      }
      expect((await events('summed')).map((event) => [event['atMs'], event['count']])).toEqual([
        [10, 15],
        [30, 5],
        [2 * hour + 10, 5],
      ]);
    });

    test('values come back as they went in', async () => {
      let label = 0;
      const cell: fc.Arbitrary<Omit<Cell, 'label'> & { readonly text: string }> = fc.record({
        text: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
        whole: fc.oneof(
          fc.constant(null),
          fc.maxSafeInteger(),
          fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
          fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
        ),
        fraction: fc.oneof(
          fc.constant(null),
          fc.double({ noNaN: true }).map((value) => value + 0),
        ),
        bytes: fc.oneof(fc.constant(null), fc.uint8Array({ maxLength: 300 })),
      });
      await fc.assert(
        fc.asyncProperty(cell, async ({ text, ...values }) => {
          label += 1;
          const own = { label: `${label}:${text}`, ...values };
          const id = await database.write(insertCell, own, context);
          const select = {
            sql: `SELECT label, whole, fraction, bytes FROM cell WHERE id = ?`,
            params: [id],
          };
          expect(await database.read(query, select)).toEqual([own]);
          expect(await database.read(queryLong, select)).toEqual([own]);
        }),
        { numRuns: 40 },
      );
    });

    test('large bytes come back whole, more than once', async () => {
      const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 251);
      const id = await database.write(insertCell, { label: 'large', whole: 0, fraction: 0, bytes }, context);
      expect(bytes).toHaveLength(300_000);
      for (const read of [query, queryLong, queryLong]) {
        const [row] = await database.read(read, {
          sql: `SELECT bytes FROM cell WHERE id = ?`,
          params: [id],
        });
        expect(row?.['bytes']).toEqual(bytes);
      }
    });

    test('NaN is stored as NULL, infinities as themselves', async () => {
      for (const [label, fraction] of [
        ['nan', NaN],
        ['up', Infinity],
        ['down', -Infinity],
      ] as const) {
        await database.write(insertCell, { label, whole: null, fraction, bytes: null }, context);
      }
      const sql = `SELECT fraction FROM cell WHERE label IN ('nan', 'up', 'down') ORDER BY id`;
      const rows = await database.read(query, { sql });
      expect(rows.map((row) => row['fraction'])).toEqual([null, Infinity, -Infinity]);
    });

    test.each([
      [
        'LIKE heeds case',
        `SELECT COUNT(*) AS n FROM cell WHERE label = 'Like' AND label LIKE 'lik%' ESCAPE '\\'`,
        0,
      ],
      ['LIKE matches', `SELECT COUNT(*) AS n FROM cell WHERE label LIKE 'Lik_' ESCAPE '\\'`, 1],
      [
        'lower LIKE lower',
        `SELECT COUNT(*) AS n FROM cell WHERE lower(label) LIKE lower('LIKE') ESCAPE '\\'`,
        1,
      ],
      ['truth is a number', `SELECT (1 = 1) AS n`, 1],
      ['sums of integers are numbers', `SELECT SUM(whole) AS n FROM cell WHERE label = 'Like'`, 4],
      ['averages are numbers', `SELECT AVG(whole) AS n FROM cell WHERE label = 'Like'`, 4],
      ['text of an integer', `SELECT CAST(whole AS TEXT) AS n FROM cell WHERE label = 'Like'`, '4'],
      ['a question mark in a text', `SELECT 'why? -- "?"' AS n`, 'why? -- "?"'],
    ])('%s', async (_name, sql, expected) => {
      if ((await cellsNamed('Like')) === 0) {
        await database.write(insertCell, { label: 'Like', whole: 4, fraction: 0, bytes: null }, context);
      }
      await expect(database.read(query, { sql })).resolves.toEqual([{ n: expected }]);
    });

    test('an integer parameter is an integer, also as text', async () => {
      const sql = `SELECT CAST(CAST(? AS {int}) AS TEXT) AS n`.replace('{int}', 'BIGINT');
      await expect(database.read(query, { sql, params: [42] })).resolves.toEqual([{ n: '42' }]);
    });

    test('text is ordered by code point', async () => {
      const labels = ['Zebra', 'apple', 'Äpfel', 'äpfel', 'banana', '漢字', '🦒', '_x'];
      for (const label of labels) {
        const cell = { label: `order ${label}`, whole: 77, fraction: null, bytes: null };
        await database.write(insertCell, cell, context);
      }
      const rows = await database.read(query, {
        sql: 'SELECT label FROM cell WHERE whole = 77 ORDER BY label',
      });
      const encoder = new TextEncoder();
      const byBytes = (a: string, b: string) => Buffer.compare(encoder.encode(a), encoder.encode(b));
      expect(rows.map((row) => row['label'])).toEqual(labels.map((label) => `order ${label}`).sort(byBytes));
    });

    test('what cannot be cloned fails its own call only', async () => {
      const uncloneable = { name: 'clone', by: 1, more: () => 1 };
      const outcomes = await Promise.allSettled([
        database.write(addToCounter, { name: 'clone', by: 1 }, context),
        ...(place.sameThread
          ? []
          : [
              database.write(addToCounter, uncloneable, context),
              database.write(answerFunction, null, context),
            ]),
        database.write(addToCounter, { name: 'clone', by: 1 }, context),
      ]);
      const kinds = outcomes.map((outcome) => outcome.status);
      expect([kinds.at(0), kinds.at(-1)]).toEqual(['fulfilled', 'fulfilled']);
      expect(kinds.slice(1, -1).every((kind) => kind === 'rejected')).toBe(true);
      await expect(database.read(readCounter, 'clone')).resolves.toBe(2);
    });

    test('closing while busy finishes what was asked, then refuses', async () => {
      await database.close();
      database = await place.open();
      const asked = Array.from({ length: 40 }, () =>
        database.write(addToCounter, { name: 'late', by: 1 }, context),
      );
      const closed = database.close();
      expect((await Promise.all(asked)).toSorted((a, b) => b - a)[0]).toBe(40);
      await closed;
      await expect(database.write(addToCounter, { name: 'late', by: 1 }, context)).rejects.toMatchObject({
        code: 'unavailable',
      });
      await expect(database.read(readCounter, 'late')).rejects.toMatchObject({ code: 'unavailable' });
      await database.close();

      database = await place.open();
      await expect(database.read(readCounter, 'late')).resolves.toBe(place.keepsData ? 40 : 0);
      const versions = await database.read(query, { sql: 'SELECT version, name FROM schema_version' });
      expect(versions).toEqual([{ version: 1, name: 'probe' }]);
    });
  });
}
