import { defineWrite, type Work } from '#server/ports/database.ts';
import { internKeys } from '#server/sql/key-names.ts';

/** The ids of metric keys, in their order; those never seen before get one. It changes no fact, so it leaves no audit event. */
export const internMetricKeys = defineWrite(
  'metrics.keys',
  function* (keys: readonly string[]): Work<readonly number[]> {
    const ids = yield* internKeys(keys);
    return keys.map((key) => ids.get(key) ?? 0);
  },
  () => [],
);
