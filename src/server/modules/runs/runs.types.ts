import type { RunStatus } from '#contract/runs.ts';
import type { Lifecycle, Tag } from '#server/modules/experiments/experiments.types.ts';

export interface RunRecord {
  /** The internal number that the run's rows carry. */
  readonly id: number;
  /** The id that clients see. */
  readonly runId: string;
  readonly workspaceId: number;
  readonly experimentId: number;
  readonly name: string;
  /** As the client said; not proven. */
  readonly userId: string;
  readonly status: RunStatus;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly lifecycle: Lifecycle;
  readonly deletedAtMs: number | null;
  readonly artifactUri: string;
  readonly createdBy: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** The latest value of a metric: the point with the greatest step, then time, then value. */
export interface LatestMetric {
  readonly key: string;
  /** `null` where `isNan` is 1. */
  readonly value: number | null;
  readonly isNan: number;
  readonly atMs: number;
  /** Beyond 2^53 a `bigint`. */
  readonly step: number | bigint;
  readonly modelId: string | null;
  readonly datasetName: string | null;
  readonly datasetDigest: string | null;
}

export interface RunDataset {
  readonly name: string;
  readonly digest: string;
  readonly sourceType: string;
  readonly source: string;
  readonly schemaText: string | null;
  readonly profile: string | null;
  /** JSON text: a list of `{key, value}`. */
  readonly tags: string;
}

export interface RunModel {
  readonly modelId: string;
  readonly direction: 'input' | 'output';
  readonly step: number | bigint;
}

/** What a run carries beside its record. Lists are in order of their keys. */
export interface RunData {
  readonly metrics: readonly LatestMetric[];
  readonly params: readonly Tag[];
  readonly tags: readonly Tag[];
  readonly datasets: readonly RunDataset[];
  readonly models: readonly RunModel[];
}

/** Names one run of one workspace; an id of another workspace names nothing. */
export interface RunKey {
  readonly workspaceId: number;
  readonly runId: string;
}

/** MLflow's tag that always equals the run's name. */
export const runNameTag = 'mlflow.runName';
