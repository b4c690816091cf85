import {
  createAnnotation,
  deleteAnnotation,
  readMarkers,
  replyToAnnotation,
  restoreAnnotation,
  searchAnnotations,
  updateAnnotation,
} from './annotations.ts';
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
import { readGroups, readPoints, readSeries } from './metrics.ts';
import { listMetricSettings, setMetricDirection } from './metric-settings.ts';
import type { Operation } from './operation.ts';
import { getOpenApi, getReferencePage } from './reference.ts';
import { readRunColumns } from './run-columns.ts';
import { readRunFacets } from './run-facets.ts';
import {
  createReport,
  deleteReport,
  freezeSeries,
  getReport,
  getReportVersion,
  listReports,
  listReportVersions,
  readSnapshot,
  restoreReport,
  restoreReportVersion,
  updateReport,
} from './reports.ts';
import {
  compareRuns,
  deleteRuns,
  getRun,
  listRunFields,
  readSparklines,
  restoreRuns,
  searchRuns,
  updateRun,
} from './runs.ts';
import { groupRuns } from './run-groups.ts';
import { editRuns, moveRuns, purgeRuns, updateRuns } from './runs-bulk.ts';
import { appendLog, downloadLog, listLogs, outlineLog, readLog, searchLog } from './run-logs.ts';
import { getSample, startSample } from './sample.ts';
import {
  createView,
  deleteView,
  getDefaultView,
  getView,
  getViewVersion,
  listViews,
  listViewVersions,
  restoreView,
  restoreViewVersion,
  setDefaultView,
  updateView,
} from './views.ts';
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
  readRunFacets,
  groupRuns,
  readSparklines,
  listRunFields,
  getRun,
  compareRuns,
  compareArtifacts,
  readArtifactTexts,
  updateRun,
  deleteRuns,
  restoreRuns,
  updateRuns,
  editRuns,
  moveRuns,
  purgeRuns,
  readSeries,
  readGroups,
  readPoints,
  listMetricSettings,
  setMetricDirection,
  listLogs,
  appendLog,
  outlineLog,
  readLog,
  searchLog,
  downloadLog,
  listViews,
  getView,
  createView,
  updateView,
  listViewVersions,
  getViewVersion,
  restoreViewVersion,
  deleteView,
  restoreView,
  getDefaultView,
  setDefaultView,
  searchAnnotations,
  createAnnotation,
  updateAnnotation,
  replyToAnnotation,
  deleteAnnotation,
  restoreAnnotation,
  readMarkers,
  listReports,
  getReport,
  createReport,
  updateReport,
  listReportVersions,
  getReportVersion,
  restoreReportVersion,
  deleteReport,
  restoreReport,
  freezeSeries,
  readSnapshot,
  getSample,
  startSample,
  getOpenApi,
  getReferencePage,
];
