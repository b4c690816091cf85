import { Problem } from '#contract/problem.ts';
import type { Compute, SampleRequest } from '#server/ports/compute.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** What the sample program says on its standard output, one JSON object a line. */
const progressLine = z.object({ done: z.number(), of: z.number() });

/** Programs as child processes of the server, on the same Node. */
export function createLocalCompute(options: { readonly sampleProgram: string }): Compute {
  const running = new Set<ChildProcess>();

  return {
    async trainSample(request) {
      const child = spawn(process.execPath, [options.sampleProgram, request.trackingUri], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      try {
        await follow(child, request);
      } finally {
        running.delete(child);
      }
    },

    async close() {
      for (const child of running) child.kill('SIGTERM');
    },
  };
}

async function follow(child: ChildProcess, request: SampleRequest): Promise<void> {
  if (child.stdout === null || child.stderr === null) throw new Error('The sample program has no output.');
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const progress = progressLine.safeParse(JSON.parse(line));
    if (progress.success) request.onProgress(progress.data.done, progress.data.of);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new Problem(
    'unavailable',
    `The sample program ended early: ${complaint.trim() || `exit code ${code}`}`,
  );
}
