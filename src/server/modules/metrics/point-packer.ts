import { packBatch } from '#domain/series/point-batch.ts';
import type { PointColumns } from '#domain/series/point-columns.ts';
import type { Actor, Database } from '#server/ports/database.ts';
import type { Clock } from '#server/ports/ports.ts';
import { internMetricKeys } from './metric-keys.queries.ts';

/** The most keys whose ids are remembered; then all are forgotten and asked for again. */
const maxRemembered = 100_000;

const keeper: Actor = { personId: 'system', name: 'Atelier', via: 'system' };

/** Packs points with the ids of their keys, which never change: nearly always they are known from the call before. */
export function createPointPacker(database: Database, clock: Clock) {
  const remembered = new Map<string, number>();

  /** The ids in the order of the keys; undefined where one of them is not known. */
  function recall(keys: readonly string[]): readonly number[] | undefined {
    const ids: number[] = [];
    for (const key of keys) {
      const id = remembered.get(key);
      if (id === undefined) return undefined;
      ids.push(id);
    }
    return ids;
  }

  async function learn(keys: readonly string[]): Promise<readonly number[]> {
    const context = { actor: keeper, nowMs: clock.nowMs() };
    const ids = await database.write(internMetricKeys, keys, context);
    if (remembered.size + keys.length > maxRemembered) remembered.clear();
    for (const [index, key] of keys.entries()) remembered.set(key, ids[index] ?? 0);
    return ids;
  }

  return async (points: PointColumns): Promise<Uint8Array> =>
    packBatch(points, recall(points.keys) ?? (await learn(points.keys)));
}
