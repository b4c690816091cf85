/** Lets many through together, or one alone. */
export interface Turnstile {
  together<T>(action: () => Promise<T>): Promise<T>;
  /** Waits until all who are inside are through; who comes after waits in turn. */
  alone<T>(action: () => Promise<T>): Promise<T>;
}

export function createTurnstile(): Turnstile {
  const inside = new Set<Promise<unknown>>();
  let gate: Promise<unknown> | undefined;
  return {
    async together(action) {
      for (let closed = gate; closed !== undefined; closed = gate) await closed;
      const passing = action();
      inside.add(passing);
      try {
        return await passing;
      } finally {
        inside.delete(passing);
      }
    },
    async alone(action) {
      const before = gate;
      const own = Promise.withResolvers<undefined>();
      gate = own.promise;
      await before;
      try {
        await Promise.allSettled(inside);
        return await action();
      } finally {
        if (gate === own.promise) gate = undefined;
        own.resolve(undefined);
      }
    },
  };
}
