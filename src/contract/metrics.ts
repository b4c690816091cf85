import { mostSmoothingPoints, smoothingKinds } from '#domain/drawing/smoothing.ts';
import { z } from 'zod';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { wireNumber } from './wire-number.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });

export const xAxes = ['step', 'time', 'elapsed', 'active'] as const;
/**
 * `step`: the logged step. `time`: UTC milliseconds. `elapsed`: milliseconds since the run's start. `active`: the same
 * without the pauses of a run that was stopped and resumed. A pause is a stretch of more than a minute, and more than
 * 20 times the usual distance of two points, in which the run's most logged metric has no point; it is counted as that
 * usual distance.
 */
export const xAxis = z.enum(xAxes);
export type XAxis = z.output<typeof xAxis>;

/**
 * How a line is smoothed: over all its points before they are put into buckets. Values that are not finite do not
 * count, and a constant stays as it is.
 */
export const smoothing = z.object({
  /** `ema`, `twema`: exponential, by point or by distance along x. `average`, `gaussian`: over the points around. */
  kind: z.enum(smoothingKinds),
  /** `ema`, `twema`: weight, 0 to 0.999. `average`: points averaged. `gaussian`: standard deviation in points. */
  amount: z.number().min(0).max(mostSmoothingPoints),
});

/** Bounds on x, both included; absent: all. */
const bounds = { from: z.number().optional(), to: z.number().optional() };

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
    /**
     * Another metric of the same run that is x instead: its last value at the step of each point. Points at steps where
     * it has none, or none that is finite, have no place and are left out.
     */
    xKey: z.string().max(250).optional(),
    ...bounds,
    /** The most buckets a line may have (about one a device pixel). With no more points than this, every point is its own bucket. */
    maxBuckets: z.number().int().min(10).max(8000).default(1000),
    smoothing: smoothing.optional(),
    /**
     * What the client has of a run, as the cursor of the line it had for the very same question otherwise. A line
     * without news is then only named, and one that has grown brings its changed end alone.
     */
    since: z.record(runIdSchema, z.string().max(60)).optional(),
  }),
  kind: 'bytes',
  problems: ['not-found'],
});

/** Of all groups together. */
const mostMembers = 2000;
/** Members, times the places that each may count at: all are in memory at one time. */
export const mostGroupCells = 4_000_000;

export const groupRules = ['exact', 'nearest', 'linear'] as const;

export const readGroups = operation('metrics.groups', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/metrics/groups',
  summary:
    'One metric over groups of runs: mean, median, least, greatest, standard deviation, standard error, 95 % interval (Student) and number of members at each place of a common grid, over all members. Answers `application/vnd.atelier.groups` (domain/series/group-wire.ts).',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({
    groups: z
      .array(z.object({ runIds: z.array(runIdSchema).min(1).max(mostMembers) }))
      .min(1)
      .max(100)
      .refine((groups) => groups.reduce((sum, { runIds }) => sum + runIds.length, 0) <= mostMembers, {
        error: `All groups together may have at most ${mostMembers.toLocaleString('en')} members.`,
      }),
    key: z.string().max(250),
    x: xAxis.exclude(['active']).default('step'),
    ...bounds,
    /**
     * The most places of the grid. It has the width of the narrowest power of two (at least 1) that needs no more; a
     * member counts at a place with the mean of its finite points there, and with the least and greatest for the
     * group's. Members times places may be 4,000,000 at most.
     */
    maxPlaces: z.number().int().min(10).max(4000).default(500),
    /**
     * What a member counts with where it has no point: `exact`: not at all. `nearest`: its nearest place within
     * `tolerance`. `linear`: a straight line between its places before and after; never beyond its ends.
     */
    rule: z.enum(groupRules).default('exact'),
    /** In units of x; for `nearest`. */
    tolerance: z.number().min(0).default(0),
  }),
  kind: 'bytes',
  problems: ['not-found', 'invalid-input'],
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
