import type { Clock, Ids } from '#server/ports/ports.ts';

/** The browser's clock. `shiftMs` moves it, so that a seeded history can lie in the past. */
export function createBrowserClock(shiftMs: () => number = () => 0): Clock {
  return {
    nowMs: () => Date.now() + shiftMs(),
    sleep: async (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(toError(signal.reason));
          return;
        }
        const giveUp = () => {
          clearTimeout(timer);
          reject(toError(signal?.reason));
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        }, ms);
        signal?.addEventListener('abort', giveUp, { once: true });
      }),
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The wait was ended.');
}

const adjectives = [
  'brisk',
  'calm',
  'clever',
  'gentle',
  'keen',
  'lively',
  'nimble',
  'patient',
  'quiet',
  'sunny',
];
const animals = ['badger', 'crane', 'finch', 'heron', 'lynx', 'marten', 'otter', 'robin', 'stoat', 'wren'];

/** Ids from the browser's randomness, in the same form as the server's. */
export function createBrowserIds(clock: Clock): Ids {
  return {
    hex32: () => clock.nowMs().toString(16).padStart(12, '0') + randomHex(10),
    name: () => `${pick(adjectives)}-${pick(animals)}-${randomBelow(1000)}`,
  };
}

function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function randomBelow(limit: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit;
}

function pick(words: readonly string[]): string {
  return words[randomBelow(words.length)] ?? 'run';
}
