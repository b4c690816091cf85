import { createMemoryBlobs } from '#adapters/blobs/memory/memory-blobs.ts';
import { createMemoryDatabase } from '#adapters/database/sqlite/memory-database.ts';
import { type App, createApp } from '#server/app.ts';
import type { Database } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { migrations } from '#server/schema/migrations.ts';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A server in memory, with what a test needs to talk MLflow to it. */
export interface TestServer {
  readonly app: App;
  readonly ports: Ports;
  send(this: void, path: string, init?: RequestInit): Promise<Response>;
  post(this: void, call: string, body: unknown, prefix?: string): Promise<Reply>;
  get(this: void, call: string, query?: Record<string, string>, prefix?: string): Promise<Reply>;
  /** A new run of the Default experiment. */
  createRun(this: void, fields?: Record<string, unknown>): Promise<string>;
}

const api = '/api/2.0/mlflow';

/** Times go up by one millisecond a question; names and ids are numbered. */
export async function createTestServer(
  database: Database = createMemoryDatabase(migrations),
): Promise<TestServer> {
  let nowMs = 1_700_000_000_000;
  let count = 0;
  const ports: Ports = {
    database,
    blobs: createMemoryBlobs(),
    compute: { trainSample: async () => undefined, close: async () => undefined },
    clock: {
      nowMs: () => {
        nowMs += 1;
        return nowMs;
      },
      // Nothing is folded behind a test's back: background work waits for ever.
      sleep: async () => new Promise<void>(() => undefined),
    },
    ids: {
      hex32: () => {
        count += 1;
        return count.toString(16).padStart(32, '0');
      },
      name: () => `calm-otter-${count}`,
    },
    settings: {
      artifactRoot: 'mlflow-artifacts:/',
      allowedHosts: undefined,
      version: '0.0.1',
      publicUrl: undefined,
    },
  };
  const app = await createApp(ports);
  const send = async (path: string, init?: RequestInit) =>
    app.fetch(new Request(`http://localhost${path}`, init));

  async function post(call: string, body: unknown, prefix = api): Promise<Reply> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return toReply(
      await send(`${prefix}/${call}`, {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json' },
      }),
    );
  }

  async function get(call: string, query: Record<string, string> = {}, prefix = api): Promise<Reply> {
    const search = new URLSearchParams(query).toString();
    return toReply(await send(`${prefix}/${call}${search === '' ? '' : `?${search}`}`));
  }

  async function createRun(fields: Record<string, unknown> = {}): Promise<string> {
    const { body } = await post('runs/create', { experiment_id: '0', ...fields });
    return (body as { run: { info: { run_id: string } } }).run.info.run_id;
  }

  return { app, ports, send, post, get, createRun };
}

export async function toReply(response: Response): Promise<Reply> {
  return { status: response.status, body: JSON.parse(await response.text()) as Record<string, unknown> };
}
