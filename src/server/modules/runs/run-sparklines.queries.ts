import type { RunSparkline } from '#contract/runs.ts';
import { packSparkline, sparklineStretches, toStretches } from '#domain/series/sparkline.ts';
import { runsByIds } from '#server/modules/metrics/run-keys.queries.ts';
import { clipOf, readLine } from '#server/modules/metrics/series-line.queries.ts';
import { seriesOfKey } from '#server/modules/metrics/series-rows.queries.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { findKeys } from '#server/sql/key-names.ts';

export interface SparklineQuery {
  readonly workspaceId: number;
  readonly runIds: readonly string[];
  readonly key: string;
}

/** One metric of several runs, small. Those without a finite value are left out. */
export const readRunSparklines = defineRead(
  'runs.sparklines',
  'long',
  function* (query: SparklineQuery): Work<RunSparkline[]> {
    const keyId = (yield* findKeys([query.key])).get(query.key);
    if (keyId === undefined) return [];
    const runs = yield* runsByIds(query.workspaceId, query.runIds);
    const series = yield* seriesOfKey(
      keyId,
      runs.map(({ id }) => id),
    );
    const found: RunSparkline[] = [];
    for (const { id, runId } of runs) {
      const row = series.get(id);
      if (row === undefined || row.minValue === null || row.maxValue === null) continue;
      const line = yield* readLine(row, 'steps', clipOf(row, 'steps'), sparklineStretches);
      const { minValue: min, maxValue: max, minStep, lastStep } = row;
      const stretches = toStretches(line, { from: Number(minStep), to: Number(lastStep), min, max });
      found.push({ runId, min, max, packed: packSparkline(stretches) });
    }
    return found;
  },
);
