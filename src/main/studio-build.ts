import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problem.ts';

const root = join(import.meta.dirname, '../..');

/** What the studio is made from. */
const sources = [
  'src/domain',
  'src/contract',
  'src/client',
  'src/studio',
  'src/main/studio.tsx',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];

/** Builds the studio unless the last build is newer than everything it was made from. */
export async function buildStudioIfStale(): Promise<void> {
  const built = await newest(join(root, 'dist/studio/index.html'));
  const changed = Math.max(...(await Promise.all(sources.map((source) => newest(join(root, source))))));
  if (built > changed) return;
  console.log('Building the studio; the next start will not need to.');
  await build();
}

/** When a file, or anything in a folder, changed last (a deletion changes its folder); milliseconds, 0 for nothing. */
async function newest(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(path);
  const times = entries
    .filter((name) => !/\.(test\.tsx?|suite\.ts)$/.test(name))
    .map((name) => newest(join(path, name)));
  return Math.max(found.mtimeMs, ...(await Promise.all(times)));
}

/** In a process of its own, so that the builder's memory is given back. */
async function build(): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  await once(child, 'close');
  if (child.exitCode === 0) return;
  throw new Problem('internal', `The studio could not be built:\n${output.trim()}`);
}
