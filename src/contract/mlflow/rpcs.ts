import { experimentRpcs } from './experiments.ts';
import { metricRpcs } from './metrics.ts';
import { modelRpcs } from './models.ts';
import type { Rpc } from './rpc.ts';
import { runRpcs } from './runs.ts';
import { workspaceRpcs } from './workspaces.ts';

/** Every call of MLflow's REST API that Atelier answers, save artifacts, which are bytes. */
export const mlflowRpcs: readonly Rpc[] = [
  ...experimentRpcs,
  ...runRpcs,
  ...metricRpcs,
  ...modelRpcs,
  ...workspaceRpcs,
];
