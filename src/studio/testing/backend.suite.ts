/** Atelier's own server in the test's page: behind MSW for the studio, and within reach of the test. */
import { openWasmDatabase } from '#adapters/database/browser/open-wasm.ts';
import { type Client, createClient } from '#client/call.ts';
import { createWorkspace } from '#contract/workspaces.ts';
import type { Faults } from '#mock/faults.ts';
import { createMockBackend } from '#mock/mock-backend.ts';
import { runSample } from '#sample/run-sample.ts';
import { createTracking, type RunEnd, type Tracking } from '#sample/tracking.ts';
import { setupWorker } from 'msw/browser';

export interface TestBackend {
  /** What goes wrong between the studio and the backend; calls of the test itself are spared. */
  readonly faults: Faults;
  /** The studio's own operations, called by the test. */
  readonly client: Client;
  /** MLflow's API of a workspace, as a training script would use it. */
  tracking(this: void, workspace: string): Tracking;
  /** Makes a workspace that no other test has; answers its slug. */
  workspace(this: void, name: string): Promise<string>;
}

const { origin } = location;

/** Starts a backend with an empty database. Once per test file: each has a page of its own. */
export async function startBackend(): Promise<TestBackend> {
  const backend = await createMockBackend({
    database: await openWasmDatabase(await startDatabaseWorker()),
    version: 'test',
    train: async ({ trackingUri, onProgress }) =>
      runSample({
        trackingUri,
        fetch: backend.app.fetch,
        user: 'sample',
        nowMs: () => Date.now(),
        onProgress,
      }),
  });
  const worker = setupWorker(...backend.handlers);
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  const client = createClient({ baseUrl: origin, fetch: backend.app.fetch });
  let made = 0;
  return {
    faults: backend.faults,
    client,
    tracking: (workspace) =>
      createTracking({
        trackingUri: `${origin}/ws/${workspace}`,
        fetch: backend.app.fetch,
        user: 'ana',
      }),
    async workspace(name) {
      made += 1;
      const slug = `${name.toLowerCase()}-${made}`;
      await client.call(createWorkspace, { body: { slug, name, description: '' } });
      return slug;
    },
  };
}

async function startDatabaseWorker(): Promise<MessagePort> {
  const worker = new Worker(new URL('../../main/demo-database-worker.ts', import.meta.url), {
    type: 'module',
  });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ ports: [port] }) => port !== undefined && resolve(port));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
  });
}

export interface RunToLog {
  readonly name: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Values by step, from step 0 on. */
  readonly metrics?: Readonly<Record<string, readonly number[]>>;
  /** Absent: the run goes on. */
  readonly end?: RunEnd;
}

/** Logs a run through MLflow's API, in the experiment `trials`; answers its id. */
export async function logRun(tracking: Tracking, run: RunToLog): Promise<string> {
  const experimentId = await tracking.experiment('trials');
  const startTimeMs = Date.now();
  const { runId } = await tracking.startRun({ experimentId, name: run.name, startTimeMs, tags: [] });
  await tracking.logBatch(runId, {
    params: Object.entries(run.params ?? {}).map(([key, value]) => ({ key, value })),
    metrics: Object.entries(run.metrics ?? {}).flatMap(([key, values]) =>
      values.map((value, step) => ({ key, value, step, timestamp: startTimeMs + step })),
    ),
  });
  if (run.end !== undefined) await tracking.endRun(runId, run.end, startTimeMs + 1000);
  return runId;
}
