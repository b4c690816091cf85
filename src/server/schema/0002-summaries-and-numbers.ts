import { toParamNumber } from '#domain/param-number.ts';
import { unpackBlock } from '#domain/series/point-block.ts';
import { extendSummary, type SeriesSummary } from '#domain/series/series-summary.ts';
import { all, run, type Work } from '#server/ports/database.ts';
import type { Migration } from '#server/ports/migration.ts';

/** What searches ask of series beside their last, least and greatest value, and parameters as numbers. */
export const summariesAndNumbers: Migration = {
  version: 2,
  name: 'summaries-and-numbers',
  statements: [
    // The number that the text is; NULL where it is none.
    `ALTER TABLE param ADD COLUMN value_number {real}`,
    // Means and extremes are of the finite values. `first_*` is the point with the least (step, time, value).
    `ALTER TABLE series ADD COLUMN mean_value {real}`,
    `ALTER TABLE series ADD COLUMN first_value {real}`,
    `ALTER TABLE series ADD COLUMN first_is_nan {int} NOT NULL DEFAULT 0`,
    `ALTER TABLE series ADD COLUMN first_at_ms {int} NOT NULL DEFAULT 0`,
    `ALTER TABLE series ADD COLUMN step_of_min {int}`,
    `ALTER TABLE series ADD COLUMN step_of_max {int}`,
    // Most series of most homes have one point.
    `UPDATE series SET mean_value = min_value, first_value = last_value, first_is_nan = last_is_nan,
       first_at_ms = last_at_ms, step_of_min = CASE WHEN min_value IS NULL THEN NULL ELSE last_step END,
       step_of_max = CASE WHEN min_value IS NULL THEN NULL ELSE last_step END
     WHERE point_count = 1`,
  ],
  *fill() {
    yield* fillSeries();
    yield* fillParams();
  },
  finish: [
    `CREATE INDEX param_by_number ON param (key_id, value_number, run) WHERE value_number IS NOT NULL`,
    // All that is known of one metric in one scan, run after run: the table itself has it scattered.
    `CREATE INDEX series_by_key ON series
       (key_id, run, last_value, last_is_nan, min_value, max_value, mean_value, first_value, point_count, nan_count,
        min_step, last_step)`,
  ],
};

const seriesAtOnce = 500;

function* fillSeries(): Work<void> {
  let after = 0;
  for (;;) {
    const rows = yield* all<{ id: number }>(
      `SELECT id FROM series WHERE id > ? AND point_count > 1 ORDER BY id LIMIT ${seriesAtOnce}`,
      [after],
    );
    for (const { id } of rows) yield* fillOneSeries(id);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

function* fillOneSeries(id: number): Work<void> {
  const summary = yield* summaryOfBlocks(id);
  if (summary === undefined) return;
  const { mean, firstValue, firstAtMs, stepOfMin, stepOfMax } = summary;
  const isNan = Number.isNaN(firstValue);
  yield* run(
    `UPDATE series SET mean_value = ?, first_value = ?, first_is_nan = ?, first_at_ms = ?, step_of_min = ?,
       step_of_max = ? WHERE id = ?`,
    [
      mean ?? null,
      isNan ? null : firstValue,
      isNan ? 1 : 0,
      firstAtMs,
      stepOfMin ?? null,
      stepOfMax ?? null,
      id,
    ],
  );
}

/** Blocks whose points are in memory at one time. */
const blocksAtOnce = 64;

function* summaryOfBlocks(seriesId: number): Work<SeriesSummary | undefined> {
  let summary: SeriesSummary | undefined;
  for (let from = 0; ; from += blocksAtOnce) {
    const blocks = yield* all<{ points: Uint8Array }>(
      `SELECT points FROM metric_block WHERE series_id = ? AND block_number >= ? AND block_number < ?
       ORDER BY block_number`,
      [seriesId, from, from + blocksAtOnce],
    );
    for (const { points } of blocks) summary = extendSummary(summary, unpackBlock(points)).summary;
    if (blocks.length < blocksAtOnce) return summary;
  }
}

const valuesAtOnce = 1000;

/** Text by text, of which there are fewer than parameters. */
function* fillParams(): Work<void> {
  const keys = yield* all<{ keyId: number }>(`SELECT DISTINCT key_id AS "keyId" FROM param`);
  for (const { keyId } of keys) {
    let after = '';
    for (;;) {
      // The empty text, which is before all others, is no number.
      const rows = yield* all<{ value: string }>(
        `SELECT DISTINCT value FROM param WHERE key_id = ? AND value > ? ORDER BY value LIMIT ${valuesAtOnce}`,
        [keyId, after],
      );
      for (const { value } of rows) {
        const number = toParamNumber(value);
        if (number !== undefined)
          yield* run(`UPDATE param SET value_number = ? WHERE key_id = ? AND value = ?`, [
            number,
            keyId,
            value,
          ]);
      }
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.value;
    }
  }
}
