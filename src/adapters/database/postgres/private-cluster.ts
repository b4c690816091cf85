import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PrivateCluster {
  /** The maintenance database; others may be created beside it. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of our own on a loopback port, below the temporary folder, for tests and benchmarks. Resolves
 * with the reason as a text where PostgreSQL is not installed.
 */
export async function startPrivateCluster(): Promise<PrivateCluster | string> {
  const binaries = await findBinaries();
  if (binaries === undefined) return 'PostgreSQL is not installed (no initdb found)';
  const folder = await mkdtemp(join(tmpdir(), 'atelier-postgres-'));
  const data = join(folder, 'data');
  try {
    // PostgreSQL refuses to run as root.
    if (isRoot()) await run('chown', ['postgres', folder]);
    await runUnprivileged(binaries, 'initdb', [
      '-D',
      data,
      '-U',
      'atelier',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-locale',
      '-N',
    ]);
    const port = await freePort();
    // What is written here need not survive a power cut.
    const options = `-h 127.0.0.1 -p ${port} -k ${folder} -F`;
    await runUnprivileged(binaries, 'pg_ctl', [
      'start',
      '-w',
      '-D',
      data,
      '-l',
      join(folder, 'log'),
      '-o',
      options,
    ]);
    return {
      url: `postgres://atelier@127.0.0.1:${port}/postgres`,
      async stop() {
        await runUnprivileged(binaries, 'pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', data]);
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return `PostgreSQL did not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function findBinaries(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const versions = await namesIn(debian);
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  const folders = [
    ...newestFirst.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  for (const folder of folders) {
    const names = await namesIn(folder);
    if (names.includes('initdb') && names.includes('pg_ctl')) return folder;
  }
  return undefined;
}

function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function runUnprivileged(folder: string, name: string, args: readonly string[]): Promise<void> {
  const program = join(folder, name);
  if (!isRoot()) {
    await run(program, args);
    return;
  }
  const quoted = [program, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  await run('su', ['postgres', '-s', '/bin/sh', '-c', quoted], { cwd: '/' });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const listening = Promise.withResolvers<undefined>();
  server.listen(0, '127.0.0.1', () => listening.resolve(undefined));
  await listening.promise;
  const address = server.address();
  const closed = Promise.withResolvers<undefined>();
  server.close(() => closed.resolve(undefined));
  await closed.promise;
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}
