import { run, type Work } from '#server/ports/database.ts';

/**
 * Stores the points of one logging call for a run (internal id), as one row that folding turns into series later.
 * For use inside another write; what it stores is seen by every read of metrics once that write is acknowledged.
 * @param packed by `packBatch` (domain/series/point-batch.ts)
 */
export function* appendPoints(runInternalId: number, packed: Uint8Array, pointCount: number): Work<void> {
  yield* run(`INSERT INTO metric_journal (run, point_count, points) VALUES (?, ?, ?)`, [
    runInternalId,
    pointCount,
    packed,
  ]);
}
