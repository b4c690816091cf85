import { z } from 'zod';
import { lifecycleView } from './experiments.ts';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { wireNumber } from './wire-number.ts';
import { workspaceSlug } from './workspaces.ts';

/** What to group by: a value term of a parameter, a tag or an attribute, or all parameters but some. */
export const groupKey = z.union([
  z.string().max(1100),
  z.object({ paramsExcept: z.array(z.string().max(250)).max(100) }),
]);
export type GroupKey = z.output<typeof groupKey>;

const groupValue = z.object({
  /** Runs of the group with a value that is not NaN. */
  n: z.number(),
  /** Runs whose value is NaN; it is in none of the other figures. */
  nan: z.number(),
  /** Runs of `n` whose value is infinite: it is in `min`, `max` and `best`, not in `mean` and `sd`; absent if none. */
  infinite: z.number().optional(),
  /** Of the finite values; null if there are none. */
  mean: wireNumber.nullable(),
  /** Of a sample, so null under two finite values. */
  sd: wireNumber.nullable(),
  min: wireNumber.nullable(),
  max: wireNumber.nullable(),
  /** The greatest or least, by the metric's direction; null where neither way is better. */
  best: wireNumber.nullable(),
});
export type GroupValue = z.output<typeof groupValue>;

const runGroup = z.object({
  /** One for each key, in their order; null where the runs have none, and for `paramsExcept`, which `params` tells. */
  keys: z.array(z.string().nullable()),
  /** With `paramsExcept`: the parameters that are not the same in all groups. */
  params: z.record(z.string(), z.string()).optional(),
  runs: z.number(),
  /** One for each term, in their order. */
  values: z.array(groupValue),
  /** A filter that finds the runs of this group, the filter asked with included; null where none can say it. */
  filter: z.string().nullable(),
});
export type RunGroup = z.output<typeof runGroup>;

export const groupRuns = operation('runs.groups', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/groups',
  summary:
    'Runs that match, in groups of the same parameters, tags or attributes, with statistics of any values.',
  who: 'reader',
  reads: true,
  params: z.object({ workspace: workspaceSlug }),
  body: z.object({
    experimentIds: z.array(z.string().max(64)).max(1000).default([]),
    /** A filter as `runs.search` takes it. */
    filter: z.string().max(20_000).default(''),
    view: lifecycleView.default('active'),
    /** As in `runs.search`. */
    parentRunId: runIdSchema.nullable().optional(),
    by: z.array(groupKey).min(1).max(3),
    /** Value terms; texts that are no numbers count as missing. */
    terms: z.array(z.string().max(1100)).max(50).default([]),
    /** Absent: the largest groups first. Groups without a value come last. */
    orderBy: z
      .object({
        /** Which of `terms`, from 0. */
        term: z.number().int().min(0),
        of: z.enum(['mean', 'min', 'max', 'best']),
        ascending: z.boolean(),
      })
      .optional(),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(1000).default(100),
  }),
  answer: z.object({
    groups: z.array(runGroup),
    /** Groups in all. */
    total: z.number(),
    /** Runs in all groups. */
    matching: z.number(),
  }),
  problems: ['invalid-input'],
});
