import { findFreePort } from '#checks/server-process.ts';
import { buildStudioIfStale } from '#main/studio-build.ts';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { endWithUs } from '../child-group.ts';
import { openConnection, toWire } from '../keep-alive.ts';
import { median, timeRequests } from '../load.ts';
import { findInProcessTree, residentMegabytes } from '../process-memory.ts';
import type { Result } from '../result.ts';
import { atelierWithManyRuns } from '../seeds/atelier-home.ts';
import { searchRequests } from './search.ts';

const repeats = 5;

interface Started {
  readonly url: URL;
  readonly afterMs: number;
  /** Of `npm`, which the server is a child of. */
  readonly pid: number;
  stop(this: void): Promise<void>;
}

/** `npm start`, as a person types it, until /health answers. */
async function npmStart(home: string): Promise<Started> {
  const port = await findFreePort();
  const url = new URL(`http://127.0.0.1:${port}`);
  const env = { ...process.env, ATELIER_HOME: home, ATELIER_PORT: String(port) };
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../../..'),
    env,
    stdio: 'ignore',
    detached: true,
    shell: process.platform === 'win32',
  });
  const stop = endWithUs(child);
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null) throw new Error('`npm start` ended before it served.');
    await wait(5);
  }
  const afterMs = performance.now() - startedAt;
  const pid = child.pid ?? 0;
  return { url, afterMs, pid, stop };
}

async function isHealthy(url: URL): Promise<boolean> {
  try {
    const connection = await openConnection(url);
    const answer = await connection.send(toWire('GET', new URL('/health', url)));
    connection.close();
    return answer.status === 200;
  } catch {
    return false;
  }
}

async function memoryOf({ url, pid }: Started): Promise<readonly Result[]> {
  const server = await findInProcessTree(pid, 'src/main/start.ts');
  if (server === undefined) {
    process.stderr.write('  resident memory: not measured, as this system has no /proc\n');
    return [];
  }
  const atRest = await residentMegabytes(server);
  for (const pageSize of [100, 1000]) await timeRequests(url, await searchRequests(url, pageSize, 100));
  const result = { unit: 'MB', target: '<= 200' };
  return [
    { ...result, name: 'start: resident memory, just started, 100,000 runs', value: atRest },
    {
      ...result,
      name: 'start: resident memory, after 200 searches, 100,000 runs',
      value: await residentMegabytes(server),
    },
  ];
}

/** Starting over a home with 100,000 runs, and the memory that takes. */
export const start: Bench = {
  name: 'start',
  async run() {
    await buildStudioIfStale();
    const home = await atelierWithManyRuns();
    const times: number[] = [];
    let memory: readonly Result[] = [];
    for (let count = 0; count < repeats; count += 1) {
      const started = await npmStart(home);
      times.push(started.afterMs);
      if (count === repeats - 1) memory = await memoryOf(started);
      await started.stop();
    }
    const name = 'start: npm start until it serves, 100,000 runs, median';
    return [{ name, value: median(times), unit: 'ms', target: '<= 1500' }, ...memory];
  },
};
