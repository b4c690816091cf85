import { dropDuplicates } from '#domain/series/duplicate-points.ts';
import { groupBatches, type PointGroup } from '#domain/series/group-batches.ts';
import { type PointBatch, unpackBatch, withKeyIds } from '#domain/series/point-batch.ts';
import { rangeOf } from '#domain/series/point-range.ts';
import { extendSummary } from '#domain/series/series-summary.ts';
import { all, defineRead, defineWrite, first, run, type Work } from '#server/ports/database.ts';
import { appendToBlocks, readBlocksAround } from './block-rows.queries.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { internKeys } from '#server/sql/key-names.ts';
import {
  insertSeries,
  type OpenSeriesRow,
  openSeriesOfRun,
  toSeriesSummary,
  updateSeries,
} from './series-rows.queries.ts';

export interface FoldInput {
  /** Only this run (internal id); absent: all. */
  readonly run?: number | undefined;
  /** Only journal rows up to this id; absent: all. */
  readonly upTo?: number | undefined;
  /** About how many points to fold at most; at least one journal row is folded. */
  readonly maxPoints: number;
}

export interface FoldOutput {
  readonly points: number;
  /** Whether such journal rows are left. */
  readonly more: boolean;
}

interface JournalHead {
  readonly run: number;
  readonly id: number;
  readonly pointCount: number;
}

interface JournalRow {
  readonly run: number;
  readonly points: Uint8Array;
}

/** The most journal rows looked at in one fold. */
const maxRows = 20_000;

/**
 * Moves acknowledged points from the journal into their series, run after run and of each run the oldest first: all
 * that waits for a series is added at once, which costs little more than adding one point. Points and journal rows
 * change in one transaction, so a crash at any moment loses and doubles nothing. It changes no fact, so it leaves no
 * audit event.
 */
export const foldJournal = defineWrite(
  'metrics.fold',
  function* (input: FoldInput): Work<FoldOutput> {
    const { last, points, more } = yield* chooseRows(input);
    if (last === undefined) return { points, more };
    const upTo = input.upTo ?? Number.MAX_SAFE_INTEGER;
    const where = `id <= ? AND run >= ? AND (run < ? OR (run = ? AND id <= ?))`;
    const params = [upTo, input.run ?? 0, last.run, last.run, last.id];
    const rows = yield* all<JournalRow>(
      `SELECT run, points FROM metric_journal WHERE ${where} ORDER BY run, id`,
      params,
    );
    for (const [runId, ofRun] of Map.groupBy(rows, (row) => row.run)) {
      const batches = ofRun.map((row) => unpackBatch(row.points));
      yield* foldRun(runId, groupBatches(yield* withIds(batches)));
    }
    yield* run(`DELETE FROM metric_journal WHERE ${where}`, params);
    return { points, more };
  },
  () => [],
);

function* chooseRows(input: FoldInput) {
  const upTo = input.upTo ?? Number.MAX_SAFE_INTEGER;
  const heads = yield* all<JournalHead>(
    `SELECT run, id, point_count AS "pointCount" FROM metric_journal
       WHERE ${input.run === undefined ? '' : 'run = ? AND '}id <= ? ORDER BY run, id LIMIT ${maxRows}`,
    input.run === undefined ? [upTo] : [input.run, upTo],
  );
  const count = countRows(heads, input.maxPoints);
  const chosen = heads.slice(0, count);
  const points = chosen.reduce((sum, head) => sum + head.pointCount, 0);
  return { last: chosen.at(-1), points, more: count < heads.length || heads.length === maxRows };
}

/** How many rows to fold at once. A run is taken whole where it can be: two folds of it cost twice as much as one. */
function countRows(heads: readonly JournalHead[], maxPoints: number): number {
  let points = 0;
  let runStart = 0;
  for (const [index, head] of heads.entries()) {
    if (head.run !== heads[runStart]?.run) runStart = index;
    points += head.pointCount;
    if (points > maxPoints && index > 0) return runStart > 0 ? runStart : index;
  }
  return heads.length;
}

/** Keys that came by name get ids. */
function* withIds(batches: readonly PointBatch[]): Work<readonly PointBatch[]> {
  const names = new Set(batches.flatMap((batch) => batch.keys ?? []));
  if (names.size === 0) return batches;
  const ids = yield* internKeys([...names]);
  return batches.map((batch) => withKeyIds(batch, (key) => ids.get(key) ?? 0));
}

function* foldRun(runId: number, groups: readonly PointGroup[]): Work<void> {
  const known = yield* openSeriesOfRun(
    runId,
    groups.map((group) => group.keyId),
  );
  for (const group of groups) yield* foldGroup(runId, group, known.get(group.keyId));
}

function* foldGroup(runId: number, group: PointGroup, series: OpenSeriesRow | undefined): Work<void> {
  const around = yield* possibleTwins(group, series);
  const { points, indices } = dropDuplicates(group.points, around);
  if (points.values.length === 0) return;
  const before = series === undefined ? undefined : toSeriesSummary(series);
  const { summary, latestIndex } = extendSummary(before, points);
  const latest = latestIndex === undefined ? undefined : (indices?.[latestIndex] ?? latestIndex);
  const origin = latest === undefined ? undefined : group.origins?.get(latest);
  if (series === undefined) {
    const id = yield* insertSeries(runId, group.keyId, summary, origin);
    yield* appendToBlocks(id, { pointCount: 0, open: null }, points);
  } else {
    yield* updateSeries(series.id, summary, latest === undefined ? undefined : { origin });
    yield* appendToBlocks(series.id, series, points);
  }
}

/** Points stored already that a new one could repeat. None in the usual case, where steps or times go on rising. */
function* possibleTwins({ points }: PointGroup, series: OpenSeriesRow | undefined) {
  if (series === undefined) return [];
  const { minStep, minAtMs } = rangeOf(points);
  if (minStep > series.lastStep || minAtMs > series.maxAtMs) return [];
  return yield* readBlocksAround(series.id, points);
}

export interface PendingJournal {
  /** Null for all runs together. */
  readonly run: number | null;
  /** The greatest id in the journal. */
  readonly id: number;
}

/** Some runs of a workspace, by the ids that clients see. */
export interface RunChoice {
  readonly workspaceId: number;
  readonly runIds: readonly string[];
}

/** What waits in the journal: of these runs, each for itself, or of all together. */
export const pendingJournals = defineRead(
  'metrics.pending',
  'short',
  function* (runs: RunChoice | undefined): Work<readonly PendingJournal[]> {
    if (runs === undefined) {
      const row = yield* first<{ id: number | null }>(`SELECT MAX(id) AS "id" FROM metric_journal`);
      return row === undefined || row.id === null ? [] : [{ run: null, id: row.id }];
    }
    // Nearly always nothing waits, and that is quickly known.
    if ((yield* first(`SELECT id FROM metric_journal LIMIT 1`)) === undefined) return [];
    return yield* inChunks<PendingJournal>(
      (marks) => `SELECT metric_journal.run AS "run", MAX(metric_journal.id) AS "id"
         FROM run JOIN metric_journal ON metric_journal.run = run.id
         WHERE run.run_id IN (${marks}) AND run.workspace_id = ? GROUP BY metric_journal.run`,
      runs.runIds,
      [runs.workspaceId],
    );
  },
);
