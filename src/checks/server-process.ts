/** Starts the real Node server as a process of its own, on a free loopback port over a home of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type ServerProcess = {
  readonly url: string;
  readonly home: string;
  readonly pid: number;
  /** Everything the server has printed. */
  output(): string;
  /** Ends the server, by SIGTERM unless told otherwise, and waits until it is gone. Gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

export type ServerOptions = {
  /** A home to open again; without one, a new temporary home. */
  readonly home?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly startTimeoutMs?: number;
};

export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'atelier-home-')));
  const port = options.port ?? (await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'src/main/server.ts')];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      ...options.env,
      ATELIER_HOME: home,
      ATELIER_HOST: '127.0.0.1',
      ATELIER_PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const gone = once(child, 'close');
  const running = () => child.exitCode === null && child.signalCode === null;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (running()) child.kill(signal);
    await gone;
    return child.exitCode;
  };
  try {
    await waitForHealth(url, running, options.startTimeoutMs ?? 30_000);
  } catch (error) {
    await stop('SIGKILL');
    throw new Error(`The server did not start on ${url}. It printed:\n${output}`, { cause: error });
  }
  return { url, home, pid: child.pid ?? 0, output: () => output, stop };
}

/** Removes a home that was made for a test. */
export function removeHome(home: string): Promise<void> {
  return rm(home, { recursive: true, force: true, maxRetries: 5 });
}

export async function findFreePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}

async function waitForHealth(url: string, running: () => boolean, timeoutMs: number): Promise<void> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    if (!running()) throw new Error('The process ended.');
    const healthy = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`No answer on /health within ${timeoutMs} ms.`);
}
