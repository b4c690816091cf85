import {
  type AnnotationsService,
  createAnnotationsService,
} from './modules/annotations/annotations.service.ts';
import { type ArtifactsService, createArtifactsService } from './modules/artifacts/artifacts.service.ts';
import { type AuditService, createAuditService } from './modules/audit/audit.service.ts';
import { type ComparisonService, createComparisonService } from './modules/comparison/comparison.service.ts';
import { createDatasetsService, type DatasetsService } from './modules/datasets/datasets.service.ts';
import { type BaselinesService, createBaselinesService } from './modules/baselines/baselines.service.ts';
import {
  createExperimentsService,
  type ExperimentsService,
} from './modules/experiments/experiments.service.ts';
import { createLiveService, type LiveService } from './modules/live/live.service.ts';
import {
  createMetricSettingsService,
  type MetricSettingsService,
} from './modules/metric-settings/metric-settings.service.ts';
import { createMetricsService, type MetricsService } from './modules/metrics/metrics.service.ts';
import { createModelsService, type ModelsService } from './modules/models/models.service.ts';
import { createRunColumnsService, type RunColumnsService } from './modules/runs/run-columns.service.ts';
import { createRunLogsService, type RunLogsService } from './modules/run-logs/run-logs.service.ts';
import { createReportsService, type ReportsService } from './modules/reports/reports.service.ts';
import { createRunFacetsService, type RunFacetsService } from './modules/runs/run-facets.service.ts';
import { createRunBulkService, type RunBulkService } from './modules/runs/run-bulk.service.ts';
import { createRunGroupsService, type RunGroupsService } from './modules/runs/run-groups.service.ts';
import { createRunSearchService, type RunSearchService } from './modules/runs/run-search.service.ts';
import { createRunsService, type RunsService } from './modules/runs/runs.service.ts';
import { createSampleService, type SampleService } from './modules/sample/sample.service.ts';
import { createViewsService, type ViewsService } from './modules/views/views.service.ts';
import { createWorkspacesService, type WorkspacesService } from './modules/workspaces/workspaces.service.ts';
import type { Ports } from './ports/ports.ts';

/** The services of all modules, made once per server. Routes and foreign protocols speak to these alone. */
export interface Services {
  readonly ports: Ports;
  readonly workspaces: WorkspacesService;
  readonly audit: AuditService;
  readonly artifacts: ArtifactsService;
  readonly live: LiveService;
  readonly sample: SampleService;
  readonly comparison: ComparisonService;
  readonly experiments: ExperimentsService;
  readonly baselines: BaselinesService;
  readonly metrics: MetricsService;
  readonly metricSettings: MetricSettingsService;
  readonly views: ViewsService;
  readonly annotations: AnnotationsService;
  readonly reports: ReportsService;
  readonly runs: RunsService;
  readonly runLogs: RunLogsService;
  readonly runSearch: RunSearchService;
  readonly runBulk: RunBulkService;
  readonly runGroups: RunGroupsService;
  readonly runColumns: RunColumnsService;
  readonly runFacets: RunFacetsService;
  readonly models: ModelsService;
  readonly datasets: DatasetsService;
}

export function createServices(ports: Ports): Services {
  const live = createLiveService();
  live.startAt(ports.clock.nowMs());
  const metrics = createMetricsService(ports);
  const artifacts = createArtifactsService(ports, live);
  return {
    ports,
    metrics,
    live,
    sample: createSampleService(ports, live),
    workspaces: createWorkspacesService(ports),
    audit: createAuditService(ports),
    artifacts,
    comparison: createComparisonService(artifacts),
    experiments: createExperimentsService(ports, live),
    baselines: createBaselinesService(ports, live),
    metricSettings: createMetricSettingsService(ports, live),
    runLogs: createRunLogsService(ports, live, artifacts),
    views: createViewsService(ports, live),
    annotations: createAnnotationsService(ports, live, metrics),
    reports: createReportsService(ports, live, metrics),
    runSearch: createRunSearchService(ports, live, metrics),
    runGroups: createRunGroupsService(ports, metrics),
    runBulk: createRunBulkService(ports, live, metrics, artifacts),
    runColumns: createRunColumnsService(ports, metrics),
    runFacets: createRunFacetsService(ports, live, metrics),
    runs: createRunsService(ports, live, metrics),
    models: createModelsService(ports, live),
    datasets: createDatasetsService(ports, live),
  };
}
