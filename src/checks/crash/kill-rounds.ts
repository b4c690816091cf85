import { setTimeout as wait } from 'node:timers/promises';
import { removeHome, startServer } from '../server-process.ts';
import { findLosses } from './acknowledged.ts';
import { readBack, startRun, writeUntilCut } from './writing-client.ts';

export interface KillRounds {
  readonly rounds: number;
  /** Clients that write at the same time. */
  readonly clients: number;
  /** A number in [0, 1): when in a round the server is killed. */
  readonly random: () => number;
  readonly onRound?: (round: number, acknowledged: number) => void;
}

/** The latest that a round's kill comes after its first write, in milliseconds. */
const longestRoundMs = 600;

/**
 * Kills the server with SIGKILL at random moments under load, starts it again over the same home, and compares what is
 * there with what was acknowledged. Answers every loss or doubling found.
 */
export async function killRounds(options: KillRounds): Promise<string[]> {
  const losses: string[] = [];
  let server = await startServer();
  const { home } = server;
  try {
    for (let round = 0; round < options.rounds; round += 1) {
      const { url } = server;
      const names = Array.from(
        { length: options.clients },
        (_each, index) => `round ${round} client ${index}`,
      );
      const logs = await Promise.all(names.map(async (name) => startRun(url, name)));
      const writing = logs.map(async (log) => writeUntilCut(url, log));
      await wait(options.random() * longestRoundMs);
      await server.stop('SIGKILL');
      await Promise.all(writing);
      server = await startServer({ home });
      for (const log of logs) losses.push(...findLosses(log, await readBack(server.url, log)));
      options.onRound?.(
        round,
        logs.reduce((sum, log) => sum + log.steps.length, 0),
      );
    }
  } finally {
    await server.stop();
    await removeHome(home);
  }
  return losses;
}
