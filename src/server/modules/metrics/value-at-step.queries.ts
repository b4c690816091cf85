import { unpackBlock } from '#domain/series/point-block.ts';
import type { Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';

interface BlockOfRun {
  readonly run: number;
  readonly points: Uint8Array;
}

/**
 * The value that one metric had at a step, of each of these runs (internal ids) that logged one there; of several at
 * the same step the one logged last.
 */
export function* valuesAtStep(
  keyId: number,
  step: number,
  runIds: readonly number[],
): Work<Map<number, number>> {
  const blocks = yield* inChunks<BlockOfRun>(
    (marks) => `SELECT series.run AS "run", metric_block.points AS "points"
      FROM series JOIN metric_block ON metric_block.series_id = series.id
      WHERE series.run IN (${marks}) AND series.key_id = ? AND metric_block.min_step <= ? AND metric_block.max_step >= ?`,
    runIds,
    [keyId, step, step],
  );
  const latest = new Map<number, { readonly atMs: number; readonly value: number }>();
  for (const { run, points } of blocks) {
    const { steps, times, values } = unpackBlock(points);
    for (let index = 0; index < values.length; index += 1) {
      if (Number(steps[index]) !== step) continue;
      const found = { atMs: times[index] ?? 0, value: values[index] ?? Number.NaN };
      const known = latest.get(run);
      if (known === undefined || found.atMs >= known.atMs) latest.set(run, found);
    }
  }
  return new Map([...latest].map(([run, { value }]) => [run, value]));
}
