/** A virtual environment with the real MLflow client, made once for each set of requirements. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');
const folder = join(root, 'node_modules/.cache/interop-venv');
const mark = join(folder, 'installed');
const oldest = [3, 11] as const;
const names = ['python3.13', 'python3.12', 'python3.11', 'python3.14', 'python3', 'python'];
const unreachable =
  /NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Max retries exceeded|Could not fetch URL|name resolution|Network is unreachable|from versions: none/;

export type PythonEnvironment = { readonly python: string } | { readonly missing: string };

/** Gives the environment's Python, or says why there can be none here. Other trouble is an error. */
export function preparePython(): PythonEnvironment {
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(mark) && existsSync(python) && readFileSync(mark, 'utf8') === wanted) return { python };

  const system = names.find(isRecentPython);
  if (system === undefined) return { missing: `Python ${oldest.join('.')} or newer was not found` };
  console.log('Making a Python environment with the MLflow client (once, a minute or two) …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = spawnSync(system, ['-m', 'venv', folder], { encoding: 'utf8' });
  if (made.status !== 0)
    return { missing: `${system} cannot make a virtual environment: ${made.stdout}${made.stderr}` };

  const install = ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', '-r', requirements];
  const installed = spawnSync(python, install, { encoding: 'utf8', timeout: 1_200_000 });
  if (installed.status === 0) {
    writeFileSync(mark, wanted);
    return { python };
  }
  if (unreachable.test(installed.stderr)) return { missing: 'the Python package index cannot be reached' };
  throw new Error(`pip could not install ${requirements}:\n${installed.stdout}${installed.stderr}`);
}

function isRecentPython(name: string): boolean {
  const probe = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${oldest.join(', ')}))`;
  return spawnSync(name, ['-c', probe], { stdio: 'ignore' }).status === 0;
}
