import { directions } from '#domain/metric/direction.ts';
import { z } from 'zod';
import { operation } from './operation.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });

export const metricDirection = z.enum(directions);

/** What people said about a metric, for all runs of the workspace. */
export const metricSetting = z.object({
  key: z.string(),
  direction: metricDirection,
  /** Shown beside values: `ms`, `%`; null: none was given. */
  unit: z.string().nullable(),
  setBy: z.string(),
  setAtMs: z.number(),
});
export type MetricSetting = z.output<typeof metricSetting>;

export const listMetricSettings = operation('metrics.settings', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/metrics/settings',
  summary:
    'The metrics whose direction (or unit) somebody set. For all others the direction is guessed from the name (domain/metric/direction.ts).',
  who: 'reader',
  params: inWorkspace,
  answer: z.object({ settings: z.array(metricSetting) }),
});

export const setMetricDirection = operation('metrics.setDirection', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/metrics/direction',
  summary: 'Say which way a metric is better; null goes back to what its name lets one expect.',
  who: 'editor',
  params: inWorkspace,
  body: z.object({
    key: z.string().min(1).max(250),
    direction: metricDirection.nullable(),
    /** Absent: stays as it is. */
    unit: z.string().trim().max(24).nullable().optional(),
  }),
  answer: z.object({
    /** What holds now; null where the name is asked again. */
    setting: metricSetting.nullable(),
    /** What held before, for taking it back. */
    before: metricSetting.nullable(),
  }),
});
