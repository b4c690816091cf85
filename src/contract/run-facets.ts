import { z } from 'zod';
import { lifecycleView } from './experiments.ts';
import { operation } from './operation.ts';
import { workspaceSlug } from './workspaces.ts';

const facet = z.object({
  /** As it is printed canonically. */
  term: z.string(),
  /** Runs that match the rest of the filter and have a value. */
  runs: z.number(),
  /** Different values among them; null where they are calculated numbers or times. */
  distinct: z.number().nullable(),
  /** The values that most runs have, the most first; without those that none has. */
  values: z.array(z.object({ value: z.string(), runs: z.number() })),
  /** Of times and numbers: equal steps from `least` on, the last one with its end; null where there is none. */
  histogram: z
    .object({
      least: z.number(),
      /** Of each step; days or weeks (from Mondays, UTC) for times. */
      width: z.number(),
      runs: z.array(z.number()),
    })
    .nullable(),
});
export type RunFacet = z.output<typeof facet>;
export type FacetHistogram = NonNullable<RunFacet['histogram']>;

export const readRunFacets = operation('runs.facets', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/facets',
  summary:
    'How many of the runs that match have which status, experiment, user, start, parameter, tag or metric. What the filter says of a facet itself is left out for that facet.',
  who: 'reader',
  reads: true,
  params: z.object({ workspace: workspaceSlug }),
  body: z.object({
    /** Empty: all experiments of the workspace. Left out for the facet `experiment`. */
    experimentIds: z.array(z.string().max(64)).max(1000).default([]),
    /** A filter as `runs.search` takes it. */
    filter: z.string().max(20_000).default(''),
    view: lifecycleView.default('active'),
    /** Value terms: `status`, `experiment`, `user_id`, `start_time`, `params.k`, `tags.k`, `metrics.k`. */
    terms: z.array(z.string().max(1100)).min(1).max(20),
    /** Values told of each. */
    limit: z.number().int().min(1).max(200).default(12),
  }),
  answer: z.object({
    facets: z.array(facet),
    /** Runs that match the whole filter. */
    matching: z.number(),
  }),
  problems: ['invalid-input'],
});
