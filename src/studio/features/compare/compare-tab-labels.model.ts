import type { CompareTab } from './compare-view.model.ts';

export const compareTabLabels: Readonly<Record<CompareTab, string>> = {
  charts: 'Charts',
  over: 'Over runs',
  table: 'Table',
  setup: 'Parameters and environment',
  groups: 'Groups',
  code: 'Code',
  artifacts: 'Artifacts',
  logs: 'Logs',
};
