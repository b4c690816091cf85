import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockHome } from './home-lock.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-lock-'));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

test('a home is for one at a time, and free again after', () => {
  const home = join(folder, 'made', 'on the way');
  const lock = lockHome(home);
  expect(() => lockHome(home)).toThrow(/in use by another Atelier/);
  lock.release();
  lock.release();
  lockHome(home).release();
});

test('another process holds it too, until it is killed', async () => {
  const module = new URL('./home-lock.ts', import.meta.url).href;
  const script = `import { lockHome } from ${JSON.stringify(module)};
    lockHome(${JSON.stringify(folder)}); console.log('held'); setInterval(() => undefined, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(holder.stdout, 'data');
  expect(() => lockHome(folder)).toThrow(/in use by another Atelier/);
  const gone = once(holder, 'exit');
  holder.kill('SIGKILL');
  await gone;
  lockHome(folder).release();
});

test('a home that is a file is said to be unusable', async () => {
  const path = join(folder, 'file');
  await writeFile(path, 'not a folder');
  expect(() => lockHome(path)).toThrow(/cannot be written/);
});
