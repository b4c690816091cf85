import { run, type Work } from '#server/ports/database.ts';
import { modelById } from './model-record.queries.ts';

/** A metric value that a run logged about a model. */
export interface ModelMetric {
  readonly modelId: string;
  readonly key: string;
  readonly value: number;
  readonly step: number | bigint;
  readonly atMs: number;
  readonly datasetName: string | undefined;
  readonly datasetDigest: string | undefined;
}

/** Keeps them with their models; a repeat is a no-op. Inside another write. */
export function* insertModelMetrics(
  source: { readonly workspaceId: number; readonly runId: string },
  metrics: readonly ModelMetric[],
): Work<void> {
  const ids = new Map<string, number>();
  for (const metric of metrics) {
    const id = ids.get(metric.modelId) ?? (yield* modelById({ ...source, modelId: metric.modelId })).id;
    ids.set(metric.modelId, id);
    const isNan = Number.isNaN(metric.value);
    yield* run(
      `INSERT INTO logged_model_metric (model, metric_key, at_ms, step, run_id, value, is_nan, dataset_name,
         dataset_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      [
        id,
        metric.key,
        metric.atMs,
        metric.step,
        source.runId,
        isNan ? null : metric.value,
        isNan ? 1 : 0,
        metric.datasetName ?? '',
        metric.datasetDigest ?? '',
      ],
    );
  }
}
