import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Finished, newFolder, runToEnd, type Spawned, startIn } from './spawn-server.suite.ts';

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
const started: Spawned[] = [];
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.kill('SIGKILL');
    await server.finished;
  }
  await rm(folder, { recursive: true, force: true });
});

async function start(...args: readonly string[]): Promise<Spawned> {
  const server = await startIn(folder, args);
  started.push(server);
  return server;
}

/** One line that a person understands, no trace, an exit code that scripts understand. */
function expectOneLine({ code, stdout, stderr }: Finished, said: RegExp): void {
  expect(stderr).toMatch(said);
  expect(stderr).toMatch(/^atelier: .*\n$/);
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

describe('a start that cannot be', () => {
  it.each([
    [['--host', '0.0.0.0'], /no sign-in yet.*"0\.0\.0\.0" is refused/],
    [['--host', '192.168.1.7'], /listens on this machine only/],
    [['--port', '70000'], /The port "70000" is not a number from 0 to 65535/],
    [['--port', 'x'], /The port "x"/],
    [['--prot', '1'], /--prot.*--help lists/],
    [['stray'], /stray.*--help lists/],
    [['--artifact-root', 's3://bucket'], /artifact root "s3:\/\/bucket" is none of/],
    [['--database-url', 'mysql://x'], /must start with postgres:\/\//],
    [['--config', 'none.json'], /none\.json cannot be read/],
  ])('%j', async (args, said) => {
    expectOneLine(await runToEnd(folder, args), said);
  });

  it('because the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const ended = await runToEnd(folder, ['--port', port]);
    expectOneLine(ended, new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken by another program.*--port`));
    holder.close();
  });

  it('because the home is in use', async () => {
    await start();
    expectOneLine(await runToEnd(folder, ['--port', '0']), /in use by another Atelier/);
  });

  it('because the home is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    expectOneLine(await runToEnd(folder, ['--home', 'file']), /The home \S+file is a file\. Name a folder/);
  });

  it('because the home may not be written, not even by root', async () => {
    const ended = await runToEnd(folder, ['--home', '/proc/atelier']);
    expectOneLine(ended, /The home \/proc\/atelier cannot be written \(E[A-Z]+\)/);
  });

  it('because the database is a folder', async () => {
    await mkdir(join(folder, '.atelier/atelier.db'), { recursive: true });
    expectOneLine(await runToEnd(folder, ['--port', '0']), /atelier\.db is a folder\. Move it away/);
  });

  it.each(['missing', 'empty'])('because the database is %s beside artifacts', async (state) => {
    await mkdir(join(folder, '.atelier/artifacts/1/run'), { recursive: true });
    const path = join(folder, '.atelier/atelier.db');
    if (state === 'empty') await writeFile(path, '');
    const ended = await runToEnd(folder, ['--port', '0']);
    expectOneLine(
      ended,
      new RegExp(`atelier\\.db is ${state}, but .* holds artifacts\\. Put the database back`),
    );
    expect((await stat(path).catch(() => undefined))?.size ?? 0).toBe(0);
  });

  it('because a newer Atelier wrote the home', async () => {
    const server = await start();
    server.kill('SIGTERM');
    await server.finished;
    const database = new DatabaseSync(join(folder, '.atelier/atelier.db'));
    database.exec(`INSERT INTO schema_version (version, name, applied_at_ms) VALUES (9999, 'later', 0)`);
    database.close();
    expectOneLine(await runToEnd(folder, ['--port', '0']), /newer Atelier/);
  });

  it('because the database is damaged, which is left as it was', async () => {
    await mkdir(join(folder, '.atelier'));
    const path = join(folder, '.atelier/atelier.db');
    const scribble = Buffer.alloc(20_000, 'not a database ');
    await writeFile(path, scribble);
    expectOneLine(await runToEnd(folder, ['--port', '0']), /damaged|not a database|did not make/);
    expect(await readFile(path)).toEqual(scribble);
  });
});

describe('what is asked for', () => {
  it('is told by --help and --version without touching anything', async () => {
    const help = await runToEnd(folder, ['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const word of ['--port', 'ATELIER_HOME', '--artifact-root', 'atelier.config.json']) {
      expect(help.stdout).toContain(word);
    }
    const version = await runToEnd(folder, ['--version']);
    expect(version.stdout).toMatch(/^atelier \d+\.\d+\.\d+\n$/);
  });
});
