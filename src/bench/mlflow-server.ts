import { findFreePort } from '#checks/server-process.ts';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithUs } from './child-group.ts';

export interface MlflowServer {
  readonly url: URL;
  stop(this: void): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** The virtual environment that `npm run test:interop` makes, unless another is named. */
const environment = process.env['ATELIER_BENCH_VENV'] ?? join(root, 'node_modules/.cache/interop-venv');
const program = join(environment, 'bin/mlflow');

export function hasMlflow(): boolean {
  return existsSync(program);
}

/**
 * MLflow's own server over SQLite, one worker, or `undefined` where its Python environment is not there.
 * @param kept a folder of its own to serve, which stays when it stops; without one, a temporary one
 */
export async function startMlflowServer(kept?: string): Promise<MlflowServer | undefined> {
  if (!hasMlflow()) return undefined;
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'mlflow-home-')));
  const port = await findFreePort();
  const args = ['server', '--host', '127.0.0.1', '--port', String(port), '--workers', '1'];
  args.push('--backend-store-uri', `sqlite:///${join(home, 'mlflow.db')}`);
  args.push('--artifacts-destination', join(home, 'artifacts'));
  // Its runner of background jobs is idle here, and would only take the time of what is measured.
  const env = { ...process.env, MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' };
  const child = spawn(program, args, { cwd: home, env, stdio: 'ignore', detached: true });
  const end = endWithUs(child);
  const url = new URL(`http://127.0.0.1:${port}`);
  try {
    await waitUntilHealthy(url, 180_000);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    url,
    async stop() {
      await end();
      if (kept === undefined) await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function waitUntilHealthy(url: URL, timeoutMs: number): Promise<void> {
  const until = performance.now() + timeoutMs;
  while (performance.now() < until) {
    try {
      if ((await fetch(new URL('/health', url))).ok) return;
    } catch {
      // Not yet.
    }
    await wait(200);
  }
  throw new Error('MLflow’s server did not start.');
}
