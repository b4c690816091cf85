import type { RunDetails } from '#contract/runs.ts';

export const runTabs = ['overview', 'metrics', 'system', 'params', 'artifacts', 'logs', 'activity'] as const;
export type RunTabName = (typeof runTabs)[number];

export const runTabLabels: Readonly<Record<RunTabName, string>> = {
  overview: 'Overview',
  metrics: 'Metrics',
  system: 'System metrics',
  params: 'Parameters',
  artifacts: 'Artifacts',
  logs: 'Logs',
  activity: 'Activity',
};

const systemPrefix = 'system/';

export function parseRunTab(text: string | null, run: Pick<RunDetails, 'metrics'>): RunTabName {
  return shownTabs(run).find((tab) => tab === text) ?? 'overview';
}

/** A run whose machine was not measured has no tab for it. */
export function shownTabs(run: Pick<RunDetails, 'metrics'>): readonly RunTabName[] {
  return runTabs.filter((tab) => tab !== 'system' || systemMetrics(run).length > 0);
}

/** Keys of what the run measured of its task. */
export function taskMetrics(run: Pick<RunDetails, 'metrics'>): readonly string[] {
  return run.metrics.map(({ key }) => key).filter((key) => !key.startsWith(systemPrefix));
}

/** Keys of what the MLflow client measured of the machine. */
export function systemMetrics(run: Pick<RunDetails, 'metrics'>): readonly string[] {
  return run.metrics.map(({ key }) => key).filter((key) => key.startsWith(systemPrefix));
}

/** How many things lie on a tab, where that can be known without asking. */
export function countOf(tab: RunTabName, run: Pick<RunDetails, 'metrics' | 'params'>): number | undefined {
  if (tab === 'metrics') return taskMetrics(run).length;
  if (tab === 'system') return systemMetrics(run).length;
  return tab === 'params' ? Object.keys(run.params).length : undefined;
}
