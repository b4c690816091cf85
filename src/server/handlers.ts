import { operations } from '#contract/operations.ts';
import type { Handler } from './http/handler.ts';
import { annotationHandlers } from './modules/annotations/annotations.routes.ts';
import { artifactHandlers } from './modules/artifacts/artifacts.routes.ts';
import { auditHandlers } from './modules/audit/audit.routes.ts';
import { baselineHandlers } from './modules/baselines/baselines.routes.ts';
import { comparisonHandlers } from './modules/comparison/comparison.routes.ts';
import { experimentHandlers } from './modules/experiments/experiments.routes.ts';
import { liveHandlers } from './modules/live/live.routes.ts';
import { metricSettingHandlers } from './modules/metric-settings/metric-settings.routes.ts';
import { metricHandlers } from './modules/metrics/metrics.routes.ts';
import { createReferenceHandlers } from './modules/reference/reference.routes.ts';
import { runLogHandlers } from './modules/run-logs/run-logs.routes.ts';
import { reportHandlers } from './modules/reports/reports.routes.ts';
import { runFacetHandlers } from './modules/runs/run-facets.routes.ts';
import { runBulkHandlers } from './modules/runs/run-bulk.routes.ts';
import { runGroupHandlers } from './modules/runs/run-groups.routes.ts';
import { runHandlers } from './modules/runs/runs.routes.ts';
import { sampleHandlers } from './modules/sample/sample.routes.ts';
import { viewHandlers } from './modules/views/views.routes.ts';
import { workspaceHandlers } from './modules/workspaces/workspaces.routes.ts';

/** Every operation's handler. `createApp` refuses to start when an operation of the contract has none. */
export const handlers: readonly Handler[] = [
  ...workspaceHandlers,
  ...auditHandlers,
  ...artifactHandlers,
  ...comparisonHandlers,
  ...experimentHandlers,
  ...liveHandlers,
  ...metricHandlers,
  ...metricSettingHandlers,
  ...baselineHandlers,
  ...viewHandlers,
  ...annotationHandlers,
  ...reportHandlers,
  ...runHandlers,
  ...runBulkHandlers,
  ...runGroupHandlers,
  ...runFacetHandlers,
  ...runLogHandlers,
  ...sampleHandlers,
  ...createReferenceHandlers(operations),
];
