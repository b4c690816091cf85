/** Runs the Python checks against a server, and does for them what only we can: restart it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Sight, sight } from './studio-eyes.ts';

const result = z.object({
  kind: z.literal('result'),
  name: z.string(),
  status: z.enum(['passed', 'failed', 'skipped']),
  seconds: z.number(),
  detail: z.string(),
});
const restart = z.object({ kind: z.literal('restart'), how: z.enum(['stop', 'kill']) });
const message = z.discriminatedUnion('kind', [result, restart, sight]);

export type CheckResult = z.infer<typeof result>;

export type ClientSession = {
  readonly python: string;
  readonly url: string;
  /** The files of checks to run, by name. */
  readonly areas: readonly string[];
  onResult(found: CheckResult): void;
  /** Gives back whether the server could be restarted. */
  onRestart(how: 'stop' | 'kill'): Promise<boolean>;
  /** Gives back what the studio does not show as it was logged. */
  onSee(wanted: Sight): Promise<readonly string[]>;
};

/** Gives the process's exit code and what it wrote on standard error. */
export async function runClient(session: ClientSession): Promise<{ exitCode: number; log: string }> {
  const program = join(import.meta.dirname, 'run.py');
  const child = spawn(session.python, [program, ...session.areas], {
    env: { ...process.env, ATELIER_URL: session.url, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const closed = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const said = message.parse(JSON.parse(line));
    if (said.kind === 'result') session.onResult(said);
    else child.stdin.write(`${await answer(session, said)}\n`);
  }
  return { exitCode: await closed, log };
}

/** One line for the Python side, which waits for it. */
async function answer(session: ClientSession, asked: z.infer<typeof restart> | Sight): Promise<string> {
  if (asked.kind === 'restart') return (await session.onRestart(asked.how)) ? 'restarted' : 'cannot';
  const faults = await session.onSee(asked).catch((error: unknown) => [String(error)]);
  return faults.length === 0 ? 'seen' : faults.join('; ').replaceAll('\n', ' ');
}
