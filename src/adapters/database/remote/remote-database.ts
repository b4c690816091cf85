import { Problem } from '#contract/problem.ts';
import type { ReadDefinition, WriteContext, WriteDefinition } from '#server/ports/database.ts';
import { fromFailure, toFailure } from './failure.ts';
import type { Call, FromThread, Link, ToThread } from './messages.ts';
import { createWaitingCalls } from './waiting-calls.ts';

/** The caller's side of a database in another thread. */
export interface RemoteDatabase {
  /** Resolves when the thread has opened its connection. */
  readonly ready: Promise<void>;
  /** How many calls wait for their answer. */
  pending(): number;
  read<I, O>(definition: ReadDefinition<I, O>, input: I): Promise<O>;
  write<I, O>(definition: WriteDefinition<I, O>, input: I, context: WriteContext): Promise<O>;
  /** Everything asked before is still done; resolves when the thread has closed its connection. */
  close(): Promise<void>;
  /** The thread is gone: what waits fails with this error, and so does every later call. */
  fail(error: Error): void;
  /** Whether the thread is gone without having been asked to close. */
  hasFailed(): boolean;
}

/**
 * One batch of calls is on its way at a time: what is asked while the thread commits it becomes the next batch, and
 * with it the next commit, by itself.
 */
export function createRemoteDatabase(link: Link<ToThread, FromThread>): RemoteDatabase {
  const ready = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<void>();
  for (const { promise } of [ready, stopped]) promise.catch(() => undefined);
  const waiting = createWaitingCalls();
  let queue: Call[] = [];
  let batches = 0;
  let scheduled = false;
  let ended: { readonly error: Error } | undefined;
  let isStopped = false;
  let failed = false;

  link.receive((message) => {
    if (message.kind === 'answers') {
      if (message.last) batches -= 1;
      for (const answer of message.answers) waiting.settle(answer);
      flush();
    } else if (message.kind === 'ready') {
      ready.resolve();
    } else if (message.failure === undefined) {
      isStopped = true;
      stopped.resolve();
    } else {
      fail(fromFailure(message.failure));
    }
  });

  function flush(): void {
    scheduled = false;
    if (queue.length === 0 || batches > 0) return;
    const calls = queue;
    queue = [];
    send(calls);
  }

  function send(calls: readonly Call[]): void {
    try {
      link.send({ kind: 'calls', calls }, []);
      batches += 1;
    } catch (error) {
      // An input could not be cloned: it alone fails.
      const [only] = calls;
      if (calls.length > 1) for (const call of calls) send([call]);
      else if (only !== undefined) waiting.settle({ id: only.id, ok: false, failure: toFailure(error) });
    }
  }

  function ask<O>(toCall: (id: number) => Call): Promise<O> {
    if (ended !== undefined) return Promise.reject(ended.error);
    const { id, promise } = waiting.add<O>();
    queue.push(toCall(id));
    if (!scheduled) queueMicrotask(flush);
    scheduled = true;
    return promise;
  }

  function fail(error: Error): void {
    // A thread also ends once it has done what it was asked to.
    if (isStopped || failed) return;
    failed = true;
    ended ??= { error };
    ready.reject(error);
    stopped.reject(error);
    waiting.failAll(error);
    queue = [];
  }

  return {
    ready: ready.promise,
    pending: waiting.size,
    read: ({ name }, input) => ask((id) => ({ id, kind: 'read', name, input })),
    write: ({ name }, input, context) => ask((id) => ({ id, kind: 'write', name, input, context })),
    close() {
      if (ended === undefined) {
        ended = { error: new Problem('unavailable', 'The database is closed.') };
        if (queue.length > 0) send(queue);
        queue = [];
        link.send({ kind: 'close' }, []);
      }
      return stopped.promise;
    },
    fail,
    hasFailed: () => failed,
  };
}
