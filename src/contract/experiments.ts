import { z } from 'zod';
import { displayName } from './display-name.ts';
import { operation } from './operation.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });
const ofExperiment = inWorkspace.extend({ experimentId: z.string().regex(/^\d{1,18}$/) });

export const lifecycle = z.enum(['active', 'deleted']);
export const lifecycleView = z.enum(['active', 'deleted', 'all']);

export const experiment = z.object({
  experimentId: z.string(),
  name: z.string(),
  artifactLocation: z.string(),
  lifecycle,
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  tags: z.record(z.string(), z.string()),
  /** Active runs in it. */
  runs: z.number(),
  running: z.number(),
  lastRunAtMs: z.number().nullable(),
  /** The run that its runs are measured against; `lifecycle` null: it is gone for good. */
  baseline: z.object({ runId: z.string(), name: z.string(), lifecycle: lifecycle.nullable() }).nullable(),
});
export type Experiment = z.output<typeof experiment>;

export const listExperiments = operation('experiments.list', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/experiments',
  summary: 'The experiments of a workspace, last used first.',
  who: 'reader',
  params: inWorkspace,
  query: z.object({
    view: lifecycleView.default('active'),
    /** Part of a name, any case. */
    search: z.string().max(500).optional(),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  answer: z.object({ experiments: z.array(experiment), total: z.number() }),
});

export const getExperiment = operation('experiments.get', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/experiments/{experimentId}',
  summary: 'One experiment.',
  who: 'reader',
  params: ofExperiment,
  answer: experiment,
  problems: ['not-found'],
});

export const createExperiment = operation('experiments.create', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/experiments',
  summary: 'Create an experiment.',
  who: 'editor',
  params: inWorkspace,
  body: z.object({ name: displayName(500) }),
  answer: experiment,
  problems: ['already-exists'],
});

export const updateExperiment = operation('experiments.update', {
  method: 'PATCH',
  path: '/api/workspaces/{workspace}/experiments/{experimentId}',
  summary: 'Rename an experiment, or write its note.',
  who: 'editor',
  params: ofExperiment,
  body: z.object({
    name: displayName(500).optional(),
    note: z.string().max(5000).optional(),
  }),
  answer: experiment,
  problems: ['not-found', 'already-exists', 'not-active'],
});

export const deleteExperiment = operation('experiments.delete', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/experiments/{experimentId}/delete',
  summary: 'Move an experiment and its runs to the trash.',
  who: 'editor',
  params: ofExperiment,
  answer: experiment,
  problems: ['not-found'],
});

export const restoreExperiment = operation('experiments.restore', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/experiments/{experimentId}/restore',
  summary: 'Take an experiment and all its runs out of the trash.',
  who: 'editor',
  params: ofExperiment,
  answer: experiment,
  problems: ['not-found'],
});
