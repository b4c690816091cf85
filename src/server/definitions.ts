import * as oldUploads from './modules/artifacts/old-uploads.queries.ts';
import * as artifacts from './modules/artifacts/artifacts.queries.ts';
import * as audit from './modules/audit/audit.queries.ts';
import * as annotationWrites from './modules/annotations/annotation-writes.queries.ts';
import * as annotations from './modules/annotations/annotations.queries.ts';
import * as markers from './modules/annotations/markers.queries.ts';
import * as documentWrites from './modules/documents/document-writes.queries.ts';
import * as documents from './modules/documents/documents.queries.ts';
import * as reports from './modules/reports/reports.queries.ts';
import * as views from './modules/views/views.queries.ts';
import * as baselines from './modules/baselines/baselines.queries.ts';
import * as metricSettings from './modules/metric-settings/metric-settings.queries.ts';
import * as sample from './modules/sample/sample.queries.ts';
import * as datasets from './modules/datasets/datasets.queries.ts';
import * as experimentList from './modules/experiments/experiment-list.queries.ts';
import * as experimentSearch from './modules/experiments/experiment-search.queries.ts';
import * as experiments from './modules/experiments/experiments.queries.ts';
import * as metricFolding from './modules/metrics/fold.queries.ts';
import * as metricGroups from './modules/metrics/group-lines.queries.ts';
import * as metricKeys from './modules/metrics/metric-keys.queries.ts';
import * as metricHistory from './modules/metrics/history.queries.ts';
import * as metricLines from './modules/metrics/lines.queries.ts';
import * as modelRecords from './modules/models/model-record.queries.ts';
import * as modelSearch from './modules/models/model-search.queries.ts';
import * as models from './modules/models/models.queries.ts';
import * as runColumns from './modules/runs/run-columns.queries.ts';
import * as runData from './modules/runs/run-data.queries.ts';
import * as runDetails from './modules/runs/run-details.queries.ts';
import * as runFacets from './modules/runs/run-facets.queries.ts';
import * as runFields from './modules/runs/run-fields.queries.ts';
import * as runList from './modules/runs/run-list.queries.ts';
import * as consoleOutput from './modules/run-logs/console.queries.ts';
import * as runLog from './modules/runs/run-log.queries.ts';
import * as runRows from './modules/runs/run-rows.queries.ts';
import * as runEdits from './modules/runs/run-edits.queries.ts';
import * as runGroups from './modules/runs/run-groups.queries.ts';
import * as runMoves from './modules/runs/run-moves.queries.ts';
import * as runNames from './modules/runs/run-names.queries.ts';
import * as runSparklines from './modules/runs/run-sparklines.queries.ts';
import * as runSearch from './modules/runs/run-search.queries.ts';
import * as runWrites from './modules/runs/run-writes.queries.ts';
import * as workspaces from './modules/workspaces/workspaces.queries.ts';
import * as mlflowRunPages from './protocols/mlflow/search-runs.queries.ts';
import type { ReadDefinition, WriteDefinition } from './ports/database.ts';

export type AnyDefinition = ReadDefinition<never, unknown> | WriteDefinition<never, unknown>;

/** Every read and write by name, so that a database thread can find what the main thread asks for. */
export const definitions: ReadonlyMap<string, AnyDefinition> = collect([
  sample,
  baselines,
  documents,
  documentWrites,
  views,
  annotations,
  annotationWrites,
  markers,
  reports,
  metricSettings,
  audit,
  artifacts,
  oldUploads,
  workspaces,
  datasets,
  experiments,
  experimentList,
  experimentSearch,
  modelRecords,
  models,
  modelSearch,
  mlflowRunPages,
  runColumns,
  runData,
  runDetails,
  runFacets,
  runFields,
  runList,
  runLog,
  consoleOutput,
  runRows,
  runSearch,
  runSparklines,
  runEdits,
  runGroups,
  runMoves,
  runNames,
  metricFolding,
  metricHistory,
  metricKeys,
  metricGroups,
  metricLines,
  runWrites,
]);

function collect(modules: readonly object[]): ReadonlyMap<string, AnyDefinition> {
  const found = new Map<string, AnyDefinition>();
  for (const value of modules.flatMap((module) => Object.values(module) as unknown[])) {
    if (!isDefinition(value)) continue;
    if (found.has(value.name)) throw new Error(`Two database definitions are named "${value.name}".`);
    found.set(value.name, value);
  }
  return found;
}

function isDefinition(value: unknown): value is AnyDefinition {
  return typeof value === 'object' && value !== null && 'work' in value && 'kind' in value && 'name' in value;
}
