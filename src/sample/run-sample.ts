import { iris } from './data/iris.ts';
import { logTrial } from './log-trial.ts';
import { createTracking, type TrackingOptions } from './tracking.ts';
import { trials } from './trial.ts';

export interface SampleOptions extends TrackingOptions {
  readonly nowMs: () => number;
  /** Called after each run with how many are done of how many. */
  readonly onProgress: (done: number, of: number) => void;
}

/** How many trainings go on at the same time. */
const together = 3;

/** Trains all trials on the iris flowers and logs them, a few at a time, in their order. */
export async function runSample(options: SampleOptions): Promise<void> {
  const tracking = createTracking(options);
  const experimentId = await tracking.experiment('iris-species');
  const waiting = [...trials];
  let done = 0;
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let trial = waiting.shift(); trial !== undefined; trial = waiting.shift()) {
        await logTrial({ ...options, tracking, experimentId, table: iris, trial, epochsPerCall: 1 });
        done += 1;
        options.onProgress(done, trials.length);
      }
    }),
  );
}
