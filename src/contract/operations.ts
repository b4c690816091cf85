import { listActivity } from './activity.ts';
import { deleteArtifact, listArtifacts, previewArtifact, readArtifact } from './artifacts.ts';
import { clearBaseline, setBaseline } from './baselines.ts';
import { compareArtifacts, readArtifactTexts } from './comparison.ts';
import {
  createExperiment,
  deleteExperiment,
  getExperiment,
  listExperiments,
  restoreExperiment,
  updateExperiment,
} from './experiments.ts';
import { watchWorkspace } from './live.ts';
import { readPoints, readSeries } from './metrics.ts';
import { listMetricSettings, setMetricDirection } from './metric-settings.ts';
import type { Operation } from './operation.ts';
import { getOpenApi, getReferencePage } from './reference.ts';
import { readRunColumns } from './run-columns.ts';
import {
  compareRuns,
  deleteRuns,
  getRun,
  listRunFields,
  restoreRuns,
  searchRuns,
  updateRun,
} from './runs.ts';
import { appendLog, downloadLog, listLogs, outlineLog, readLog, searchLog } from './run-logs.ts';
import { getSample, startSample } from './sample.ts';
import { createWorkspace, getWorkspace, listMembers, listWorkspaces, updateWorkspace } from './workspaces.ts';

/** Every operation of Atelier's own API. The server refuses to start unless each has a handler. */
export const operations: readonly Operation[] = [
  listWorkspaces,
  getWorkspace,
  createWorkspace,
  updateWorkspace,
  listMembers,
  listActivity,
  listArtifacts,
  previewArtifact,
  readArtifact,
  deleteArtifact,
  listExperiments,
  getExperiment,
  createExperiment,
  updateExperiment,
  deleteExperiment,
  restoreExperiment,
  setBaseline,
  clearBaseline,
  watchWorkspace,
  searchRuns,
  readRunColumns,
  listRunFields,
  getRun,
  compareRuns,
  compareArtifacts,
  readArtifactTexts,
  updateRun,
  deleteRuns,
  restoreRuns,
  readSeries,
  readPoints,
  listMetricSettings,
  setMetricDirection,
  listLogs,
  appendLog,
  outlineLog,
  readLog,
  searchLog,
  downloadLog,
  getSample,
  startSample,
  getOpenApi,
  getReferencePage,
];
