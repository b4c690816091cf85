import { z } from 'zod';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { wireNumber } from './wire-number.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });

export const xAxes = ['step', 'time', 'elapsed'] as const;
/** `step`: the logged step. `time`: UTC milliseconds. `elapsed`: milliseconds since the run's start. */
export const xAxis = z.enum(xAxes);
export type XAxis = z.output<typeof xAxis>;

export const readSeries = operation('metrics.series', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/metrics/series',
  summary:
    'Lines for charts: one metric of several runs in buckets whose borders are multiples of a power of two, each with its first, last, least and greatest point, so that no spike is lost. Answers `application/vnd.atelier.series` (domain/series/series-wire.ts).',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({
    runIds: z.array(runIdSchema).min(1).max(500),
    key: z.string().max(250),
    x: xAxis.default('step'),
    /** Bounds on x, inclusive; absent: all. */
    from: z.number().optional(),
    to: z.number().optional(),
    /** The most buckets a line may have (about one a device pixel). With no more points than this, every point is its own bucket. */
    maxBuckets: z.number().int().min(10).max(8000).default(1000),
  }),
  kind: 'bytes',
  problems: ['not-found'],
});

export const readPoints = operation('metrics.points', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/points',
  summary: 'Raw points of one metric in order of step and time: for tables and exact values.',
  who: 'reader',
  params: inWorkspace.extend({ runId: runIdSchema }),
  query: z.object({
    key: z.string().max(250),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(10_000).default(1000),
  }),
  answer: z.object({
    points: z.array(z.object({ step: z.string(), atMs: z.number(), value: wireNumber })),
    total: z.number(),
  }),
  problems: ['not-found'],
});
