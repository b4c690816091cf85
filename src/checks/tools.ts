/** The programs that the checks run, each in a process of its own on this Node. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

const programs = {
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  knip: 'knip/bin/knip.js',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const;

export type Tool = keyof typeof programs;

export type ToolOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
};

export type ToolResult = { readonly exitCode: number; readonly output: string };

/** Runs one tool and gives what it printed; a tool that finds faults is not an error here. */
export function runTool(tool: Tool, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', programs[tool]), ...args], {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs ?? 1_800_000,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\n${tool} was ended by ${signal}.\n`;
      resolve({ exitCode: code ?? 1, output });
    });
  });
}
