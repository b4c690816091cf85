import { mostGroupCells } from '#contract/metrics.ts';
import { Problem } from '#contract/problem.ts';
import { parseHistoryToken, toHistoryToken } from '#domain/series/history-page.ts';
import type { Points } from '#domain/series/metric-point.ts';
import { reportUnexpected } from '#server/http/report-unexpected.ts';
import type { Ports } from '#server/ports/ports.ts';
import { createFolding } from './folding.ts';
import {
  type BulkHistoryQuery,
  type OfOneRun,
  readBulkHistory,
  readHistory,
  readSampledHistory,
  readStepPage,
  type RunHistory,
  type SampleQuery,
  type StepPageQuery,
} from './history.queries.ts';
import { type GroupQuery, readGroupLines } from './group-lines.queries.ts';
import type { LineQuery } from './line-query.ts';
import { readLines } from './lines.queries.ts';
import { createPointPacker } from './point-packer.ts';

export type MetricsService = ReturnType<typeof createMetricsService>;

export interface HistoryRequest extends OfOneRun {
  readonly limit: number;
  readonly pageToken: string | undefined;
}

/** Reads of metrics. Each sees every point acknowledged before it was asked. */
export function createMetricsService({ database, clock }: Ports) {
  const folding = createFolding(database, clock, reportUnexpected);

  return {
    /** Resolves once every point acknowledged before is seen by queries over `series` and its blocks. */
    settle: folding.settle,

    /** Packs the points of one logging call for `appendPoints`. */
    pack: createPointPacker(database, clock),

    /** To be told by who appended points, once they are durable: they are folded soon. */
    noteAppended: folding.note,

    close: folding.close,

    /**
     * A page of one metric of a run in MLflow's order (time, step, value).
     * Problems: `not-found` for an unknown run, `invalid-input` for a page token that is not ours.
     */
    async history({ pageToken, ...request }: HistoryRequest) {
      const after = pageToken === undefined ? undefined : parseToken(pageToken);
      await folding.settle({ workspaceId: request.workspaceId, runIds: [request.runId] });
      const page = await database.read(readHistory, { ...request, after });
      if (page === undefined) throw unknownRun(request.runId);
      return {
        points: page.points,
        nextToken: page.next === undefined ? undefined : toHistoryToken(page.next),
      };
    },

    /** One metric of several runs, run after run, up to `limit` points in all; unknown runs are left out. */
    async bulkHistory(query: BulkHistoryQuery): Promise<readonly RunHistory[]> {
      await folding.settle(query);
      return database.read(readBulkHistory, query);
    },

    /** One metric of several runs, thinned evenly; unknown runs are left out. */
    async sampledHistory(query: SampleQuery): Promise<readonly RunHistory[]> {
      await folding.settle(query);
      return database.read(readSampledHistory, query);
    },

    /** Points in order of step and time. Problem: `not-found`. */
    async points(query: StepPageQuery): Promise<{ readonly points: Points; readonly total: number }> {
      await folding.settle({ workspaceId: query.workspaceId, runIds: [query.runId] });
      const page = await database.read(readStepPage, query);
      if (page === undefined) throw unknownRun(query.runId);
      return page;
    },

    /**
     * Groups of runs as lines, as `domain/series/group-wire.ts` encodes them.
     * Problem: `invalid-input` for more members at more places than one answer is made of.
     */
    async groups(query: GroupQuery): Promise<Uint8Array<ArrayBuffer>> {
      const runIds = query.groups.flatMap((group) => group.runIds);
      if (runIds.length * query.maxPlaces > mostGroupCells)
        throw tooManyCells(runIds.length, query.maxPlaces);
      await folding.settle({ workspaceId: query.workspaceId, runIds });
      return database.read(readGroupLines, query);
    },

    /** Lines for a chart, as `domain/series/series-wire.ts` encodes them. */
    async lines(query: LineQuery): Promise<Uint8Array<ArrayBuffer>> {
      await folding.settle(query);
      return database.read(readLines, query);
    },
  };
}

function parseToken(token: string) {
  const position = parseHistoryToken(token);
  if (position !== undefined) return position;
  throw new Problem(
    'invalid-input',
    'The page token is not one that this server gave. Start again without.',
    {
      field: 'page_token',
    },
  );
}

function tooManyCells(members: number, maxPlaces: number): Problem {
  const [most, limit] = [mostGroupCells.toLocaleString('en'), Math.floor(mostGroupCells / members)];
  return new Problem(
    'invalid-input',
    `${members.toLocaleString('en')} members at up to ${maxPlaces.toLocaleString('en')} places are more than ${most} values. Lower maxPlaces to ${limit.toLocaleString('en')}, or ask for fewer runs.`,
    { field: 'maxPlaces', limit },
  );
}

function unknownRun(runId: string): Problem {
  return new Problem('not-found', `Run with id=${runId} not found`, { runId });
}
