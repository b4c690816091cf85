import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, 'server.ts');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Spawned {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the process has ended. */
  readonly finished: Promise<Finished>;
  kill(signal: NodeJS.Signals): void;
}

export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'atelier-main-'));
}

/** Starts the server program; its settings come from these flags and variables alone. */
function launch(folder: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const flags = ['--disable-warning=ExperimentalWarning', program, ...args];
  // A test that gave up must not leave its process behind.
  const child = spawn(process.execPath, flags, {
    timeout: 90_000,
    killSignal: 'SIGKILL',
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const finished = once(child, 'close').then(() => ({ code: child.exitCode, ...output }));
  return { child, output, finished };
}

/** Runs the program until it ends by itself. */
export async function runToEnd(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return launch(folder, args, env).finished;
}

/** Starts the program and waits until it has told its address. */
export async function startIn(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Spawned> {
  const { child, output, finished } = launch(folder, ['--port', '0', ...args], env);
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /Atelier is at (\S+)/.exec(output.stdout)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', look);
    void finished.then(({ stderr }) => reject(new Error(`The server ended before it served: ${stderr}`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    finished,
    kill: (signal) => void child.kill(signal),
  };
}

/** Sends bytes as they stand, so that nothing resolves the path, and gives back all that is answered. */
export async function sendRaw(port: number, text: string): Promise<string> {
  const socket = createConnection(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}
