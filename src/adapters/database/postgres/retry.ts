import { isTransient } from './storage-error.ts';
import { createTurnstile } from './turnstile.ts';

/** So often a write tries beside others; then it goes alone, and only other servers can still be in its way. */
const attemptsTogether = 3;
const attemptsAlone = 6;
const firstPauseMs = 5;

/** Begins a write anew for as long as other transactions are in its way. */
export function createRetry(): <T>(attempt: () => Promise<T>) => Promise<T> {
  const turnstile = createTurnstile();
  return async (attempt) => {
    for (let tries = 1; tries <= attemptsTogether; tries += 1) {
      const outcome = await turnstile.together(() => unlessTransient(attempt));
      if (outcome !== undefined) return outcome.value;
    }
    return turnstile.alone(() => persist(attempt));
  };
}

async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries < attemptsAlone; tries += 1) {
    const outcome = await unlessTransient(attempt);
    if (outcome !== undefined) return outcome.value;
    const pauseMs = firstPauseMs * 2 ** tries * (0.5 + Math.random());
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return attempt();
}

async function unlessTransient<T>(attempt: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
  try {
    return { value: await attempt() };
  } catch (error) {
    if (isTransient(error)) return undefined;
    throw error;
  }
}
