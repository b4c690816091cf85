import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Ids } from '#server/ports/ports.ts';
import { adjectives, animals } from './thing-names.ts';

/** The machine's clock. When `stopping` aborts, every sleep ends at once, and with it what slept: event streams too. */
export function createSystemClock(stopping: AbortSignal): Clock {
  return {
    nowMs: () => Date.now(),
    async sleep(ms, signal) {
      await wait(ms, undefined, {
        signal: signal === undefined ? stopping : AbortSignal.any([stopping, signal]),
      });
    },
  };
}

/** Ids from the machine's randomness. */
export function createSystemIds(nowMs: () => number): Ids {
  return {
    hex32: () => nowMs().toString(16).padStart(12, '0') + randomBytes(10).toString('hex'),
    name: () => `${pick(adjectives)}-${pick(animals)}-${randomInt(1000)}`,
  };
}

function pick(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? '';
}
