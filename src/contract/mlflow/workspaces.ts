import { change, needText, read, text } from './rpc.ts';

export const listWorkspaces = read(['GET'], '/workspaces', 'The workspaces the caller belongs to.', {
  major: '3.0',
  who: 'person',
  scope: 'server',
  fields: {},
});

export const createWorkspace = change('POST', '/workspaces', 'Create a workspace.', {
  major: '3.0',
  who: 'person',
  scope: 'server',
  status: 201,
  fields: { name: needText, description: text, default_artifact_root: text },
});

export const getWorkspace = read(['GET'], '/workspaces/{workspace_name}', 'One workspace.', {
  major: '3.0',
  who: 'person',
  scope: 'server',
  fields: { workspace_name: needText },
});

export const updateWorkspace = change('PATCH', '/workspaces/{workspace_name}', 'Describe a workspace.', {
  major: '3.0',
  who: 'person',
  scope: 'server',
  fields: { workspace_name: needText, description: text, default_artifact_root: text },
});

export const deleteWorkspace = change(
  'DELETE',
  '/workspaces/{workspace_name}',
  'Archive an empty workspace.',
  {
    major: '3.0',
    who: 'person',
    scope: 'server',
    status: 204,
    fields: {
      workspace_name: needText,
      mode: { kind: 'choice', words: ['SET_DEFAULT', 'CASCADE', 'RESTRICT'] },
    },
  },
);

export const getServerInfo = read(['GET'], '/server-info', 'What this server can do.', {
  major: '3.0',
  who: 'anyone',
  scope: 'server',
  fields: {},
});

export const workspaceRpcs = [
  listWorkspaces,
  createWorkspace,
  getWorkspace,
  updateWorkspace,
  deleteWorkspace,
  getServerInfo,
] as const;
