import type { Actor, Database } from '#server/ports/database.ts';
import type { Clock } from '#server/ports/ports.ts';
import { foldJournal, pendingJournals, type RunChoice } from './fold.queries.ts';

/** Points folded in one transaction: the other writes wait for no longer than this takes. */
const maxPoints = 400_000;
/** How long the journal must be left alone before it is folded in the background. */
const quietMs = 150;
/** Under load it is folded after this time, */
const longestWaitMs = 5000;
/** or when so many points wait: folding more at once costs less a point. */
const manyPoints = 3_000_000;

const folder: Actor = { personId: 'system', name: 'Atelier', via: 'system' };

/** Moves acknowledged points from the journal into their series: when a read needs them, and on its own soon after. */
export function createFolding(database: Database, clock: Clock, report: (error: unknown) => void) {
  const closing = new AbortController();
  const journal = { waiting: 0 };
  let background: Promise<void> | undefined;

  async function foldUpTo(upTo: number, run: number | undefined, stop?: AbortSignal): Promise<void> {
    const input = { upTo, maxPoints, ...(run === undefined ? {} : { run }) };
    for (let more = true; more;) {
      ({ more } = await database.write(foldJournal, input, { actor: folder, nowMs: clock.nowMs() }));
      if (stop?.aborted === true) return;
    }
  }

  /** Resolves once all that was acknowledged before, of these runs or of all, is in its series. */
  async function settle(runs?: RunChoice): Promise<void> {
    for (const { run, id } of await database.read(pendingJournals, runs))
      await foldUpTo(id, run ?? undefined);
  }

  async function foldAll(stop: AbortSignal): Promise<void> {
    for (const { id } of await database.read(pendingJournals, undefined)) await foldUpTo(id, undefined, stop);
  }

  async function waitForQuiet(): Promise<void> {
    const startedMs = clock.nowMs();
    let before = -1;
    while (journal.waiting !== before && journal.waiting < manyPoints) {
      if (clock.nowMs() - startedMs >= longestWaitMs) return;
      before = journal.waiting;
      await clock.sleep(quietMs, closing.signal);
    }
  }

  async function foldInBackground(): Promise<void> {
    try {
      while (journal.waiting > 0 && !closing.signal.aborted) {
        await waitForQuiet();
        journal.waiting = 0;
        await foldAll(closing.signal);
      }
    } catch (error) {
      // The points stay in the journal, safe; the next read or write folds them.
      if (!closing.signal.aborted) report(error);
    } finally {
      background = undefined;
    }
  }

  /** Points were appended: fold them soon. */
  function note(points: number): void {
    journal.waiting += points;
    if (!closing.signal.aborted) background ??= foldInBackground();
  }

  /** Stops folding in the background. What waits stays in the journal and is folded after the next start. */
  async function close(): Promise<void> {
    closing.abort();
    await background;
  }

  return { settle, note, close };
}
