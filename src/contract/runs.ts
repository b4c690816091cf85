import { z } from 'zod';
import { lifecycle, lifecycleView } from './experiments.ts';
import { displayName } from './display-name.ts';
import { operation } from './operation.ts';
import { wireNumber } from './wire-number.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });
export const runIdSchema = z.string().regex(/^[a-zA-Z0-9][\w-]{0,255}$/);
const ofRun = inWorkspace.extend({ runId: runIdSchema });

export const runStatuses = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'] as const;
export const runStatus = z.enum(runStatuses);
export type RunStatus = z.output<typeof runStatus>;

/** What every list of runs shows. */
const runInfo = z.object({
  runId: z.string(),
  name: z.string(),
  experimentId: z.string(),
  experimentName: z.string(),
  status: runStatus,
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  /** As the client said; not proven. */
  userId: z.string(),
  lifecycle,
  deletedAtMs: z.number().nullable(),
  /** The parent run's id (tag `mlflow.parentRunId`). */
  parentRunId: z.string().nullable(),
  /** A number of the run's own that never changes: its colour and dashes come from it (domain/colour/run-marks.ts). */
  mark: z.number(),
  /** A colour that people gave the run instead (tag `mlflow.runColor`), as written; null without one. */
  colour: z.string().nullable(),
});

/** Only the columns that were asked for; a key that the run lacks is absent. */
export const runRow = runInfo.extend({
  /** The latest value of each metric asked for. */
  metrics: z.record(z.string(), wireNumber),
  params: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  /** The value of each term asked for, in their order; null where the run has none. Absent where none was asked for. */
  cells: z.array(z.union([wireNumber, z.string()]).nullable()).optional(),
  /** Beside `cells` where a least, greatest or best value was asked for: the step it was at, as a decimal integer. */
  steps: z.array(z.string().nullable()).optional(),
  /** Active runs that name this one as their parent; absent where there is none. */
  childCount: z.number().optional(),
});
export type RunRow = z.output<typeof runRow>;

const columnKeys = z.array(z.string().max(250)).max(500).default([]);

export const searchRuns = operation('runs.search', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/search',
  summary: 'A window of the runs that match, with just the columns asked for.',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({
    /** Empty: all experiments of the workspace. */
    experimentIds: z.array(z.string().max(64)).max(1000).default([]),
    /** MLflow's filter language and more (`parseStudioFilter`); empty matches all. A mistake is `invalid-input` with `start` and `end` (characters). */
    filter: z.string().max(20_000).default(''),
    view: lifecycleView.default('active'),
    /**
     * Value terms with `DESC` or `ASC`, such as `best(metrics.acc) DESC`; empty: newest first. Parameters that read as
     * numbers come as numbers, before other texts; runs without a value come last in both directions.
     */
    orderBy: z.array(z.string().max(1100)).max(8).default([]),
    /** Value terms to answer as `cells`: `metrics.loss`, `min(metrics.loss)`, `params.lr`, `tags.team`, `duration`. */
    terms: z.array(z.string().max(1100)).max(500).default([]),
    /** Only the children of this run; null: only runs that are nobody's child. Absent: all. */
    parentRunId: runIdSchema.nullable().optional(),
    columns: z
      .object({ metrics: columnKeys, params: columnKeys, tags: columnKeys })
      .default({ metrics: [], params: [], tags: [] }),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(1000).default(100),
  }),
  answer: z.object({
    rows: z.array(runRow),
    /** Runs that match the filter. */
    matching: z.number(),
    /** Runs in the experiments and view asked for, whatever the filter. */
    total: z.number(),
  }),
  problems: ['invalid-input'],
});

const sparkline = z.object({
  runId: z.string(),
  /** Over the finite values of the whole series. */
  min: z.number(),
  max: z.number(),
  /** Packed by `packSparkline` (domain/series/sparkline.ts), along steps from the first to the last. */
  packed: z.string(),
});
export type RunSparkline = z.output<typeof sparkline>;

export const readSparklines = operation('runs.sparklines', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/sparklines',
  summary:
    'One metric of the rows on screen as small lines: the least and greatest value of a few dozen stretches.',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({ runIds: z.array(runIdSchema).min(1).max(200), key: z.string().max(250) }),
  answer: z.object({
    /** Only of runs with a finite value. */
    sparklines: z.array(sparkline),
  }),
});

const textField = z.object({
  key: z.string(),
  runs: z.number(),
  /** `number` where every value of the newest runs is one. */
  kind: z.enum(['number', 'text']),
  /** Values of the newest runs, the most frequent first, at most three. */
  examples: z.array(z.string()),
});
export type TextField = z.output<typeof textField>;

export const listRunFields = operation('runs.fields', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/fields',
  summary:
    'The metric, parameter and tag keys in use, with how many runs have each: for columns and filters.',
  who: 'reader',
  params: inWorkspace,
  query: z.object({
    /** Comma-separated experiment ids; absent: all of the workspace. */
    experiments: z.string().max(20_000).optional(),
    search: z.string().max(250).optional(),
    /** At most this many of each kind, the most used first. */
    limit: z.coerce.number().int().min(1).max(2000).default(200),
  }),
  answer: z.object({
    metrics: z.array(z.object({ key: z.string(), runs: z.number() })),
    params: z.array(textField),
    tags: z.array(textField),
    totals: z.object({ metrics: z.number(), params: z.number(), tags: z.number() }),
  }),
});

export const metricSummary = z.object({
  key: z.string(),
  last: wireNumber,
  /** A decimal integer as text: steps may exceed what a double holds. */
  lastStep: z.string(),
  lastAtMs: z.number(),
  /** Over the finite values; null where there is none. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  points: z.number(),
  nanPoints: z.number(),
  infinitePoints: z.number(),
});
export type MetricSummary = z.output<typeof metricSummary>;

export const runDetails = runInfo.extend({
  artifactUri: z.string(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  /** Who really made it, as the server knows them. */
  createdBy: z.string(),
  params: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  metrics: z.array(metricSummary),
  datasets: z.array(
    z.object({
      name: z.string(),
      digest: z.string(),
      sourceType: z.string(),
      source: z.string(),
      schema: z.string().nullable(),
      profile: z.string().nullable(),
      context: z.string().nullable(),
    }),
  ),
  models: z.array(
    z.object({
      modelId: z.string(),
      name: z.string(),
      modelType: z.string(),
      status: z.string(),
      direction: z.enum(['input', 'output']),
      step: z.string(),
      artifactUri: z.string(),
    }),
  ),
  parent: z.object({ runId: z.string(), name: z.string() }).nullable(),
  /** The newest children, at most 200. */
  children: z.array(
    z.object({ runId: z.string(), name: z.string(), status: runStatus, startedAtMs: z.number() }),
  ),
  childrenTotal: z.number(),
});
export type RunDetails = z.output<typeof runDetails>;

export const getRun = operation('runs.get', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}',
  summary: 'One run with all it carries, save its metric histories and files.',
  who: 'reader',
  params: ofRun,
  answer: runDetails,
  problems: ['not-found'],
});

export const compareRuns = operation('runs.compare', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/compare',
  summary:
    'Several runs side by side: all parameters, tags and metric summaries. Unknown ids are told, not dropped.',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({ runIds: z.array(runIdSchema).min(1).max(500) }),
  answer: z.object({
    /** In the order asked for. */
    runs: z.array(
      runInfo.extend({
        params: z.record(z.string(), z.string()),
        tags: z.record(z.string(), z.string()),
        metrics: z.array(metricSummary),
      }),
    ),
    missing: z.array(z.string()),
  }),
});
export type ComparedRun = z.output<typeof compareRuns.answer>['runs'][number];

export const updateRun = operation('runs.update', {
  method: 'PATCH',
  path: '/api/workspaces/{workspace}/runs/{runId}',
  summary: 'Rename a run, write its note (Markdown), set and remove tags.',
  who: 'editor',
  params: ofRun,
  body: z.object({
    name: displayName(500).optional(),
    note: z.string().max(8000).optional(),
    setTags: z.record(z.string().min(1).max(250), z.string().max(8000)).optional(),
    removeTags: z.array(z.string().max(250)).max(100).optional(),
  }),
  answer: runDetails,
  problems: ['not-found', 'not-active'],
});

const manyRuns = z.object({ runIds: z.array(runIdSchema).min(1).max(10_000) });
const movedRuns = z.object({
  changed: z.number(),
  /** Those that were not there yet: what takes it back needs these alone. */
  runIds: z.array(z.string()),
});

export const deleteRuns = operation('runs.delete', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/delete',
  summary: 'Move runs to the trash, all or none.',
  who: 'editor',
  params: inWorkspace,
  body: manyRuns,
  answer: movedRuns,
  problems: ['not-found'],
});

export const restoreRuns = operation('runs.restore', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/restore',
  summary: 'Take runs out of the trash, all or none.',
  who: 'editor',
  params: inWorkspace,
  body: manyRuns,
  answer: movedRuns,
  problems: ['not-found'],
});
