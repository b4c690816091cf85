import { z } from 'zod';
import { experiment } from './experiments.ts';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { workspaceSlug } from './workspaces.ts';

const ofExperiment = z.object({ workspace: workspaceSlug, experimentId: z.string().regex(/^\d{1,18}$/) });

export const setBaseline = operation('experiments.setBaseline', {
  method: 'PUT',
  path: '/api/workspaces/{workspace}/experiments/{experimentId}/baseline',
  summary: 'Measure the runs of an experiment against one run of the workspace.',
  who: 'editor',
  params: ofExperiment,
  body: z.object({ runId: runIdSchema }),
  answer: experiment,
  problems: ['not-found', 'not-active'],
});

export const clearBaseline = operation('experiments.clearBaseline', {
  method: 'DELETE',
  path: '/api/workspaces/{workspace}/experiments/{experimentId}/baseline',
  summary: 'Measure the runs of an experiment against nothing.',
  who: 'editor',
  params: ofExperiment,
  answer: experiment,
  problems: ['not-found', 'not-active'],
});
