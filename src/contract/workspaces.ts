import { z } from 'zod';
import { displayName } from './display-name.ts';
import { operation, roles } from './operation.ts';

/** A workspace's name in addresses; MLflow's own rule for workspace names. */
export const workspaceSlug = z
  .string()
  .regex(
    /^(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    'Use lower-case letters, digits and single dashes, starting and ending with a letter or digit.',
  )
  .min(2, 'At least 2 characters.')
  .max(63, 'At most 63 characters.')
  .refine(
    (slug) => !['workspaces', 'api', 'ajax-api', 'static-files'].includes(slug),
    'This name is reserved.',
  );

export const workspace = z.object({
  slug: workspaceSlug,
  name: z.string(),
  description: z.string(),
  createdAtMs: z.number(),
  archivedAtMs: z.number().nullable(),
  /** The caller's role here. */
  role: z.enum(roles),
});
export type Workspace = z.output<typeof workspace>;

const workspaceParams = z.object({ workspace: workspaceSlug });

export const listWorkspaces = operation('workspaces.list', {
  method: 'GET',
  path: '/api/workspaces',
  summary: 'All workspaces the caller belongs to, with what is going on in each.',
  who: 'person',
  query: z.object({ archived: z.stringbool().optional() }),
  answer: z.object({
    workspaces: z.array(
      workspace.extend({
        experiments: z.number(),
        runs: z.number(),
        running: z.number(),
        failedLastDay: z.number(),
        lastActivityAtMs: z.number().nullable(),
      }),
    ),
  }),
});
export type WorkspaceSummary = z.output<typeof listWorkspaces.answer>['workspaces'][number];

export const getWorkspace = operation('workspaces.get', {
  method: 'GET',
  path: '/api/workspaces/{workspace}',
  summary: 'One workspace.',
  who: 'labeler',
  params: workspaceParams,
  answer: workspace,
  problems: ['not-found'],
});

export const createWorkspace = operation('workspaces.create', {
  method: 'POST',
  path: '/api/workspaces',
  summary: 'Create a workspace; the caller becomes its owner.',
  who: 'person',
  body: z.object({
    slug: workspaceSlug,
    name: displayName(120),
    description: z.string().max(5000).default(''),
  }),
  answer: workspace,
  problems: ['already-exists'],
});

export const updateWorkspace = operation('workspaces.update', {
  method: 'PATCH',
  path: '/api/workspaces/{workspace}',
  summary: 'Rename, describe, archive or bring back a workspace. The slug stays.',
  who: 'owner',
  inArchive: true,
  params: workspaceParams,
  body: z.object({
    name: displayName(120).optional(),
    description: z.string().max(5000).optional(),
    archived: z.boolean().optional(),
  }),
  answer: workspace,
  problems: ['not-found', 'conflict'],
});

export const listMembers = operation('workspaces.members', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/members',
  summary: 'Who belongs to a workspace, and as what.',
  who: 'reader',
  params: workspaceParams,
  answer: z.object({
    members: z.array(z.object({ personId: z.string(), name: z.string(), role: z.enum(roles) })),
  }),
});
