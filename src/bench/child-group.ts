import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Gives the way to end a process that was started detached, with its own children, and to wait until it is gone. It
 * also ends when we do, however that comes about.
 */
export function endWithUs(child: ChildProcess): () => Promise<void> {
  const gone = once(child, 'close');
  const send = (signal: NodeJS.Signals): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, signal);
  };
  // Asked politely, a server would first finish what it is doing, with nobody left to wait for it.
  const abandon = (): void => send('SIGKILL');
  process.once('exit', abandon);
  return async () => {
    process.off('exit', abandon);
    send('SIGTERM');
    await gone;
  };
}
