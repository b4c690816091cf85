import { z } from 'zod';
import { operation } from './operation.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });

/** How far the sample trainings of a workspace are, since the server started. */
export const sampleState = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  done: z.number(),
  of: z.number(),
  /** Why it failed. */
  message: z.string().nullable(),
});
export type SampleState = z.output<typeof sampleState>;

export const getSample = operation('sample.get', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/sample',
  summary: 'How far the sample trainings are.',
  who: 'reader',
  params: inWorkspace,
  answer: sampleState,
});

export const startSample = operation('sample.start', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/sample',
  summary: 'Train two dozen small models on the iris flowers, logged live into this workspace.',
  who: 'editor',
  params: inWorkspace,
  answer: sampleState,
  problems: ['conflict'],
});
