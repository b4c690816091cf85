import type { Hono } from 'hono';
import type { Services } from '#server/services.ts';
import { mountArtifactRoutes } from './artifact-routes.ts';
import type { BoundRpc } from './bound-rpc.ts';
import { experimentCalls } from './experiment-calls.ts';
import { lineageCalls } from './lineage-calls.ts';
import { logCalls } from './log-calls.ts';
import { metricCalls } from './metric-calls.ts';
import { createMlflowServer, type MlflowServer } from './mlflow-server.ts';
import { modelCalls } from './model-calls.ts';
import { runCalls } from './run-calls.ts';
import { searchCalls } from './search-calls.ts';
import { workspaceCalls } from './workspace-calls.ts';

/** Every row of the table (contract/mlflow) with its code. */
export const mlflowCalls: readonly BoundRpc[] = [
  ...experimentCalls,
  ...runCalls,
  ...logCalls,
  ...lineageCalls,
  ...metricCalls,
  ...modelCalls,
  ...searchCalls,
  ...workspaceCalls,
];

/** MLflow's REST API for the default workspace, by header and under `/ws/<workspace>`. */
export function mountMlflow(router: Hono, services: Services): MlflowServer {
  mountArtifactRoutes(router, services);
  return createMlflowServer(services, mlflowCalls);
}
