import type { Lifecycle, Tag } from '#server/modules/experiments/experiments.types.ts';

export interface ModelRecord {
  readonly id: number;
  readonly modelId: string;
  readonly experimentId: number;
  readonly name: string;
  readonly modelType: string;
  readonly status: string;
  readonly statusMessage: string | null;
  readonly sourceRunId: string | null;
  readonly artifactUri: string;
  readonly lifecycle: Lifecycle;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export interface ModelMetricRow {
  readonly key: string;
  /** `null` where `isNan` is 1. */
  readonly value: number | null;
  readonly isNan: number;
  readonly atMs: number;
  readonly step: number | bigint;
  readonly runId: string;
  readonly datasetName: string;
  readonly datasetDigest: string;
}

export interface ModelWithData extends ModelRecord {
  readonly tags: readonly Tag[];
  readonly params: readonly Tag[];
  readonly metrics: readonly ModelMetricRow[];
}

/** Names one model of one workspace; an id of another workspace names nothing. */
export interface ModelKey {
  readonly workspaceId: number;
  readonly modelId: string;
}
