import { type HistoryPage, takeHistoryPage } from '#domain/series/history-page.ts';
import type { Points } from '#domain/series/metric-point.ts';
import { slicePoints } from '#domain/series/metric-point.ts';
import { type HistoryPosition, sortByStep } from '#domain/series/point-order.ts';
import { type StepRange, thinPoints, withinSteps } from '#domain/series/thin-points.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { readAllBlocks, readBlocksSince } from './block-rows.queries.ts';
import { findKeys } from '#server/sql/key-names.ts';
import { type MetricRun, runsByIds } from './run-keys.queries.ts';
import { seriesOfKey } from './series-rows.queries.ts';

export interface OfOneRun {
  readonly workspaceId: number;
  readonly runId: string;
  readonly key: string;
}

export interface HistoryQuery extends OfOneRun {
  readonly limit: number;
  readonly after: HistoryPosition | undefined;
}

const noPoints: Points = {
  steps: new Float64Array(),
  times: new Float64Array(),
  values: new Float64Array(),
};

/** A page of a metric's history in MLflow's order; undefined where the run is unknown. */
export const readHistory = defineRead(
  'metrics.history',
  'long',
  function* ({ limit, after, ...input }: HistoryQuery): Work<HistoryPage | undefined> {
    const [run] = yield* runsByIds(input.workspaceId, [input.runId]);
    if (run === undefined) return undefined;
    const [series] = yield* seriesOf([run], input.key);
    if (series === undefined) return { points: noPoints, next: undefined };
    const points = yield* readBlocksSince(series.id, after?.atMs, limit + 1);
    return takeHistoryPage(points, limit, after);
  },
);

export interface BulkHistoryQuery {
  readonly workspaceId: number;
  readonly runIds: readonly string[];
  readonly key: string;
  /** Points of all runs together. */
  readonly limit: number;
}

export interface RunHistory {
  readonly runId: string;
  readonly points: Points;
}

/** The histories of one metric of several runs, run after run, until `limit` points are there. */
export const readBulkHistory = defineRead(
  'metrics.bulk-history',
  'long',
  function* (input: BulkHistoryQuery): Work<readonly RunHistory[]> {
    const runs = yield* runsByIds(input.workspaceId, input.runIds);
    const histories: RunHistory[] = [];
    let left = input.limit;
    for (const { id, runId } of yield* seriesOf(runs, input.key)) {
      if (left === 0) break;
      const { points } = takeHistoryPage(yield* readBlocksSince(id, undefined, left), left, undefined);
      histories.push({ runId, points });
      left -= points.values.length;
    }
    return histories;
  },
);

export interface SampleQuery extends Omit<BulkHistoryQuery, 'limit'> {
  /** Steps, both included; absent: all. */
  readonly steps: StepRange | undefined;
  /** The most points of one run, besides its last. */
  readonly perRun: number;
}

/** Points of several runs, evenly thinned where a run has more than `perRun`; the last point is always there. */
export const readSampledHistory = defineRead(
  'metrics.sampled-history',
  'long',
  function* (input: SampleQuery): Work<readonly RunHistory[]> {
    const runs = yield* runsByIds(input.workspaceId, input.runIds);
    const histories: RunHistory[] = [];
    for (const { id, runId } of yield* seriesOf(runs, input.key)) {
      const points = thinPoints(withinSteps(yield* readAllBlocks(id), input.steps), input.perRun);
      histories.push({ runId, points });
    }
    return histories;
  },
);

export interface StepPageQuery extends OfOneRun {
  readonly offset: number;
  readonly limit: number;
}

/** Points in order of step and time, and how many there are; undefined where the run is unknown. */
export const readStepPage = defineRead('metrics.step-page', 'long', function* (input: StepPageQuery): Work<
  { points: Points; total: number } | undefined
> {
  const [run] = yield* runsByIds(input.workspaceId, [input.runId]);
  if (run === undefined) return undefined;
  const [series] = yield* seriesOf([run], input.key);
  if (series === undefined) return { points: noPoints, total: 0 };
  const points = sortByStep(yield* readAllBlocks(series.id));
  const page = slicePoints(points, input.offset, input.offset + input.limit);
  return { points: page, total: points.values.length };
});

/** The series of a metric, of those runs that have it, in the order of the runs. */
function* seriesOf(
  runs: readonly MetricRun[],
  key: string,
): Work<{ readonly id: number; readonly runId: string }[]> {
  const keyId = (yield* findKeys([key])).get(key);
  if (keyId === undefined) return [];
  const series = yield* seriesOfKey(
    keyId,
    runs.map((run) => run.id),
  );
  return runs.flatMap(({ id, runId }) => {
    const row = series.get(id);
    return row === undefined ? [] : [{ id: row.id, runId }];
  });
}
