import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Gives the way to end a process that was started detached, with its own children, and to wait until it is gone. It
 * also ends when we do, however that comes about.
 */
export function endWithUs(child: ChildProcess): () => Promise<void> {
  const gone = once(child, 'close');
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGTERM');
  };
  process.once('exit', end);
  return async () => {
    process.off('exit', end);
    end();
    await gone;
  };
}
