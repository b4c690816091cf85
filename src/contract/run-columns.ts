import { z } from 'zod';
import { lifecycleView } from './experiments.ts';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { wireNumber } from './wire-number.ts';
import { workspaceSlug } from './workspaces.ts';

/** The most runs that a chart over runs, not steps, is drawn of. */
export const mostColumnRuns = 10_000;

const column = z.object({
  /** As it is printed canonically. */
  term: z.string(),
  /** `number` where every value is a number, or a parameter's or tag's text that reads as one. */
  kind: z.enum(['number', 'text']),
  /** In the order of `runs`; null where the run has no value. Of kind `text` all are text. */
  values: z.array(z.union([wireNumber, z.string()]).nullable()),
});
export type RunColumn = z.output<typeof column>;

export const readRunColumns = operation('runs.columns', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/columns',
  summary:
    'Values of many runs, column by column: for charts with a mark a run (scatter, parallel coordinates, bars, boxes, importance).',
  who: 'reader',
  reads: true,
  params: z.object({ workspace: workspaceSlug }),
  body: z.object({
    /** Just these; absent: those that the filter finds. Unknown ids are left out. */
    runIds: z.array(runIdSchema).max(mostColumnRuns).optional(),
    experimentIds: z.array(z.string().max(64)).max(1000).default([]),
    filter: z.string().max(20_000).default(''),
    view: lifecycleView.default('active'),
    /** Only the children of this run; null: only runs that are nobody's child. Absent: all. */
    parentRunId: runIdSchema.nullable().optional(),
    orderBy: z.array(z.string().max(1100)).max(8).default([]),
    /** Value terms, such as `metrics.loss`, `min(metrics.loss)`, `params.lr`, `tags.team` or `duration`. */
    terms: z.array(z.string().max(1100)).min(1).max(200),
    limit: z.number().int().min(1).max(mostColumnRuns).default(mostColumnRuns),
  }),
  answer: z.object({
    runs: z.array(
      z.object({
        runId: z.string(),
        name: z.string(),
        /** The run's own number, from which its colour comes. */
        mark: z.number(),
        colour: z.string().nullable(),
      }),
    ),
    columns: z.array(column),
    /** Runs that match, drawn or not. */
    matching: z.number(),
  }),
  problems: ['invalid-input'],
});
