import { fromFailure } from './failure.ts';
import type { Answer } from './messages.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Calls that have no answer yet, by their number. */
export function createWaitingCalls() {
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  return {
    size: () => waiting.size,
    add<O>(): { readonly id: number; readonly promise: Promise<O> } {
      const { promise, resolve, reject } = Promise.withResolvers<O>();
      const id = nextId++;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the thread answers by the same definition
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      return { id, promise };
    },
    settle(answer: Answer): void {
      const caller = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) caller?.resolve(answer.value);
      else caller?.reject(fromFailure(answer.failure));
    },
    failAll(error: Error): void {
      for (const caller of waiting.values()) caller.reject(error);
      waiting.clear();
    },
  };
}
