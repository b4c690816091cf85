/** Every path of the studio is built here, so that a link cannot miss its page. */

type SearchValue = string | number | boolean | readonly string[] | undefined;

/** Search parameters in the order given; what is absent or empty is left out, lists are joined by commas. */
export type Search = Readonly<Record<string, SearchValue>>;

function withSearch(path: string, search: Search): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = typeof value === 'object' ? value.join(',') : String(value ?? '');
    if (text !== '' && value !== false) parameters.set(name, text);
  }
  // Commas separate ids in our addresses and are legal there; a link is read by people too.
  const text = parameters.toString().replaceAll('%2C', ',');
  return text === '' ? path : `${path}?${text}`;
}

const inWorkspace = (workspace: string, rest = ''): string => `/w/${encodeURIComponent(workspace)}${rest}`;

export const url = {
  home: (search: { readonly create?: boolean; readonly archived?: boolean } = {}) => withSearch('/', search),
  workspace: (workspace: string) => inWorkspace(workspace),
  runs: (workspace: string, search: Search = {}) => withSearch(inWorkspace(workspace, '/runs'), search),
  run: (workspace: string, runId: string, search: Search = {}) =>
    withSearch(inWorkspace(workspace, `/runs/${encodeURIComponent(runId)}`), search),
  compare: (workspace: string, runIds: readonly string[] = [], search: Search = {}) =>
    withSearch(inWorkspace(workspace, '/compare'), { runs: runIds, ...search }),
  explore: (workspace: string, search: Search = {}) => withSearch(inWorkspace(workspace, '/explore'), search),
  view: (workspace: string, viewId: string) => inWorkspace(workspace, `/v/${encodeURIComponent(viewId)}`),
  reports: (workspace: string, search: Search = {}) => withSearch(inWorkspace(workspace, '/reports'), search),
  report: (workspace: string, reportId: string, search: Search = {}) =>
    withSearch(inWorkspace(workspace, `/reports/${encodeURIComponent(reportId)}`), search),
  activity: (workspace: string, search: Search = {}) =>
    withSearch(inWorkspace(workspace, '/activity'), search),
  workspaceSettings: (workspace: string) => inWorkspace(workspace, '/settings'),
  settings: () => '/settings',
};
