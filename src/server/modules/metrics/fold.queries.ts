import { dropDuplicates } from '#domain/series/duplicate-points.ts';
import { groupBatches, type PointGroup } from '#domain/series/group-batches.ts';
import { type PointBatch, unpackBatch } from '#domain/series/point-batch.ts';
import { rangeOf } from '#domain/series/point-range.ts';
import { extendSummary } from '#domain/series/series-summary.ts';
import { all, defineRead, defineWrite, first, run, type Work } from '#server/ports/database.ts';
import { appendToBlocks, readBlocksAround } from './block-rows.queries.ts';
import { inChunks } from './chunked-in.queries.ts';
import { internKeys } from './key-names.queries.ts';
import {
  insertSeries,
  type OpenSeriesRow,
  openSeriesOfRun,
  toSeriesSummary,
  updateSeries,
} from './series-rows.queries.ts';

export interface FoldInput {
  /** Only these runs (internal ids); absent: all. */
  readonly run?: number | undefined;
  /** About how many points to fold at most; at least one journal row is folded. */
  readonly maxPoints: number;
}

export interface FoldOutput {
  /** The greatest journal id folded; 0 where there was nothing. */
  readonly foldedTo: number;
  readonly points: number;
  /** Whether journal rows are left. */
  readonly more: boolean;
}

interface JournalHead {
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
 * Moves the oldest acknowledged points from the journal into their series. Points and journal rows change in one
 * transaction, so a crash at any moment loses and doubles nothing. It changes no fact, so it leaves no audit event.
 */
export const foldJournal = defineWrite(
  'metrics.fold',
  function* (input: FoldInput): Work<FoldOutput> {
    const { foldedTo, points, more } = yield* chooseRows(input);
    if (foldedTo === 0) return { foldedTo, points, more };
    const { where, params } = journalFilter(input, foldedTo);
    const rows = yield* all<JournalRow>(
      `SELECT run, points FROM metric_journal WHERE ${where} ORDER BY id`,
      params,
    );
    yield* foldGroups(groupBatches(unpackRows(rows)));
    yield* run(`DELETE FROM metric_journal WHERE ${where}`, params);
    return { foldedTo, points, more };
  },
  () => [],
);

function unpackRows(rows: readonly JournalRow[]): { run: number; batch: PointBatch }[] {
  const unpacked: { run: number; batch: PointBatch }[] = [];
  const lastOfRun = new Map<number, PointBatch>();
  for (const { run: runId, points } of rows) {
    const batch = unpackBatch(points, lastOfRun.get(runId));
    lastOfRun.set(runId, batch);
    unpacked.push({ run: runId, batch });
  }
  return unpacked;
}

function* chooseRows(input: FoldInput): Work<FoldOutput> {
  const heads = yield* all<JournalHead>(
    `SELECT id, point_count AS "pointCount" FROM metric_journal ${input.run === undefined ? '' : 'WHERE run = ?'}
       ORDER BY id LIMIT ${maxRows}`,
    input.run === undefined ? [] : [input.run],
  );
  let foldedTo = 0;
  let points = 0;
  let taken = 0;
  for (const head of heads) {
    if (taken > 0 && points + head.pointCount > input.maxPoints) break;
    points += head.pointCount;
    foldedTo = head.id;
    taken += 1;
  }
  return { foldedTo, points, more: taken < heads.length || heads.length === maxRows };
}

function journalFilter({ run: runId }: FoldInput, foldedTo: number) {
  return runId === undefined
    ? { where: 'id <= ?', params: [foldedTo] }
    : { where: 'run = ? AND id <= ?', params: [runId, foldedTo] };
}

function* foldGroups(groups: readonly PointGroup[]): Work<void> {
  const keyIds = yield* internKeys([...new Set(groups.map((group) => group.key))]);
  for (const [runId, ofRun] of Map.groupBy(groups, (group) => group.run)) {
    const withIds = ofRun.map((group) => ({ group, keyId: keyIds.get(group.key) ?? 0 }));
    const known = yield* openSeriesOfRun(
      runId,
      withIds.map(({ keyId }) => keyId),
    );
    for (const { group, keyId } of withIds) yield* foldGroup(group, keyId, known.get(keyId));
  }
}

function* foldGroup(group: PointGroup, keyId: number, series: OpenSeriesRow | undefined): Work<void> {
  const around = yield* possibleTwins(group, series);
  const { points, indices } = dropDuplicates(group.points, around);
  if (points.values.length === 0) return;
  const before = series === undefined ? undefined : toSeriesSummary(series);
  const { summary, latestIndex } = extendSummary(before, points);
  const latest = latestIndex === undefined ? undefined : (indices?.[latestIndex] ?? latestIndex);
  const origin = latest === undefined ? undefined : group.origins?.get(latest);
  if (series === undefined) {
    const id = yield* insertSeries(group.run, keyId, summary, origin);
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
