import { listReports } from '#contract/reports.ts';
import { searchRuns } from '#contract/runs.ts';
import { listViews } from '#contract/views.ts';
import { useNavigate } from 'react-router';
import { usePreferences } from '../preferences/preferences.store.ts';
import { useTheme } from '../preferences/use-theme.ts';
import { useOperation } from '../query/operation-query.ts';
import { useWorkspaces } from '../query/use-workspaces.ts';
import { type PaletteEntry, rankEntries, toNameFilter } from './palette.model.ts';
import { sectionsOf } from './sections.ts';
import { openOverlay } from './shell.store.ts';
import { url } from './url.ts';

const runsListed = 8;

/** All that the palette offers for what was typed. Runs are asked of the server, in the current workspace. */
export function usePaletteEntries(workspace: string, typed: string): readonly PaletteEntry[] {
  const navigate = useNavigate();
  const { data: known } = useWorkspaces();
  const name = typed.trim();
  const { data: runs } = useOperation(
    searchRuns,
    { params: { workspace }, body: { filter: toNameFilter(name), limit: runsListed } },
    { enabled: name.length >= 2, keepPrevious: true },
  );
  const written = useWritten(workspace, name.length >= 2);
  const actions = useActions();
  const go = (to: string) => (): void => void navigate(to);
  const entries: PaletteEntry[] = [
    ...sectionsOf(workspace).map((section) => ({
      id: section.to,
      group: 'Pages' as const,
      label: section.label,
      keys: `g ${section.key}`,
      run: go(section.to),
    })),
    {
      id: url.settings(),
      group: 'Pages',
      label: 'Your settings',
      detail: 'theme density',
      run: go(url.settings()),
    },
    ...(known?.workspaces ?? []).map((each) => ({
      id: `workspace ${each.slug}`,
      group: 'Workspaces' as const,
      label: each.name,
      detail: each.slug,
      run: go(url.workspace(each.slug)),
    })),
    {
      id: 'create workspace',
      group: 'Actions',
      label: 'Create workspace',
      run: go(url.home({ create: true })),
    },
    ...written.map(({ to, ...entry }) => ({ ...entry, run: go(to) })),
    ...actions,
  ];
  const found: PaletteEntry[] = (name.length >= 2 ? (runs?.rows ?? []) : []).map((run) => ({
    id: `run ${run.runId}`,
    group: 'Runs',
    label: run.name,
    detail: run.experimentName,
    run: go(url.run(workspace, run.runId)),
  }));
  return [...rankEntries(entries, typed), ...found];
}

type Written = Omit<PaletteEntry, 'run'> & { readonly to: string };

/** What people wrote in the workspace, once something is looked for. */
function useWritten(workspace: string, enabled: boolean): readonly Written[] {
  const { data: views } = useOperation(listViews, { params: { workspace }, query: {} }, { enabled });
  const { data: reports } = useOperation(listReports, { params: { workspace }, query: {} }, { enabled });
  if (!enabled) return [];
  return [
    ...(views?.views ?? []).map(({ viewId, name, screen }) => ({
      id: `view ${viewId}`,
      group: 'Views and reports' as const,
      label: name,
      detail: `view of ${screen}`,
      to: url.view(workspace, viewId),
    })),
    ...(reports?.reports ?? []).map(({ reportId, name }) => ({
      id: `report ${reportId}`,
      group: 'Views and reports' as const,
      label: name,
      detail: 'report',
      to: url.report(workspace, reportId),
    })),
  ];
}

function useActions(): readonly PaletteEntry[] {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  const { set, times, density } = usePreferences();
  const otherTimes = times === 'exact' ? 'relative' : 'exact';
  const otherDensity = density === 'compact' ? 'comfortable' : 'compact';
  return [
    { id: 'theme', group: 'Actions', label: `Use the ${other} theme`, run: () => set({ theme: other }) },
    {
      id: 'times',
      group: 'Actions',
      label: `Show ${otherTimes} times`,
      run: () => set({ times: otherTimes }),
    },
    {
      id: 'density',
      group: 'Actions',
      label: `Use ${otherDensity} rows`,
      run: () => set({ density: otherDensity }),
    },
    {
      id: 'keys',
      group: 'Actions',
      label: 'Show the keys of this screen',
      keys: '?',
      run: () => openOverlay('keys'),
    },
  ];
}
