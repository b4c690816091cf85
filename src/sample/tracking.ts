import { createSender, type SendOptions } from './send.ts';

/**
 * The few calls of MLflow's REST API that a training needs. The sample speaks it like any foreign program would,
 * so that what it shows is what a user's own script will do.
 */
export interface TrackingOptions extends SendOptions {
  /** As one would give to `mlflow.set_tracking_uri`. */
  readonly trackingUri: string;
}

export interface Metric {
  readonly key: string;
  readonly value: number;
  readonly timestamp: number;
  readonly step: number;
}

export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** A line or more of console output. */
export interface ConsoleEntry {
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
  /** UTC milliseconds. */
  readonly atMs: number;
}

export type RunEnd = 'FINISHED' | 'FAILED' | 'KILLED';

export type Tracking = ReturnType<typeof createTracking>;

export function createTracking(options: TrackingOptions) {
  const sendTo = createSender(options);

  const send = async (
    method: string,
    path: string,
    body?: BodyInit,
    type = 'application/json',
  ): Promise<unknown> =>
    sendTo(`${options.trackingUri}/api/2.0/${path}`, method, body === undefined ? undefined : { body, type });

  const post = async (path: string, body: unknown) => send('POST', `mlflow/${path}`, JSON.stringify(body));

  return {
    /** The id of the experiment of that name, made where it is not there. */
    async experiment(name: string): Promise<string> {
      try {
        const found = await send(
          'GET',
          `mlflow/experiments/get-by-name?experiment_name=${encodeURIComponent(name)}`,
        );
        return readText(found, 'experiment', 'experiment_id');
      } catch {
        return readText(await post('experiments/create', { name }), 'experiment_id');
      }
    },

    /** Starts a run and gives its id and artifact folder below the proxy's root. */
    async startRun(input: {
      readonly experimentId: string;
      readonly name: string;
      readonly startTimeMs: number;
      readonly tags: readonly Pair[];
    }): Promise<{ readonly runId: string; readonly artifactFolder: string }> {
      const created = await post('runs/create', {
        experiment_id: input.experimentId,
        run_name: input.name,
        user_id: options.user,
        start_time: input.startTimeMs,
        tags: input.tags,
      });
      const uri = readText(created, 'run', 'info', 'artifact_uri');
      return {
        runId: readText(created, 'run', 'info', 'run_id'),
        artifactFolder: uri.replace(/^mlflow-artifacts:\//, ''),
      };
    },

    async logBatch(
      runId: string,
      batch: {
        readonly metrics?: readonly Metric[];
        readonly params?: readonly Pair[];
        readonly tags?: readonly Pair[];
      },
    ): Promise<void> {
      const metrics = batch.metrics?.map((metric) => ({ ...metric, value: toWire(metric.value) }));
      await post('runs/log-batch', {
        run_id: runId,
        ...batch,
        ...(metrics === undefined ? {} : { metrics }),
      });
    },

    async logDataset(runId: string, dataset: Readonly<Record<string, string>>): Promise<void> {
      const tags = [{ key: 'mlflow.data.context', value: 'training' }];
      await post('runs/log-inputs', { run_id: runId, datasets: [{ dataset, tags }] });
    },

    async logArtifact(folder: string, name: string, text: string): Promise<void> {
      const path = `${folder}/${name}`.split('/').map(encodeURIComponent).join('/');
      await send('PUT', `mlflow-artifacts/artifacts/${path}`, text, 'application/octet-stream');
    },

    /** Console output as it is written; Atelier's own call, since MLflow has none. */
    async logConsole(runId: string, entries: readonly ConsoleEntry[]): Promise<void> {
      await sendTo(`${workspaceApi(options.trackingUri)}/runs/${runId}/logs/append`, 'POST', {
        body: JSON.stringify({ entries }),
        type: 'application/json',
      });
    },

    async endRun(runId: string, status: RunEnd, endTimeMs: number): Promise<void> {
      await post('runs/update', { run_id: runId, status, end_time: endTimeMs });
    },
  };
}

/** Where the workspace of a tracking address (`…`, or `…/ws/<name>`) has Atelier's own calls. */
function workspaceApi(trackingUri: string): string {
  const [, origin = trackingUri, name = 'default'] = /^(.*?)(?:\/ws\/([^/]+))?$/.exec(trackingUri) ?? [];
  return `${origin}/api/workspaces/${name}`;
}

/** JSON has no number for these; MLflow writes the words. */
function toWire(value: number): number | string {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

function readText(value: unknown, ...path: readonly string[]): string {
  let here: unknown = value;
  for (const key of path)
    here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
  if (typeof here !== 'string') throw new Error(`The tracking server’s answer has no ${path.join('.')}.`);
  return here;
}
