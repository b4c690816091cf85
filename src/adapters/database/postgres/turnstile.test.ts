import { expect, test } from 'vitest';
import { createTurnstile } from './turnstile.ts';

test('one alone waits for those inside, and those after wait for it', async () => {
  const turnstile = createTurnstile();
  const events: string[] = [];
  const firstDone = Promise.withResolvers<undefined>();
  const record = (name: string, until: Promise<unknown>) => async () => {
    events.push(`+${name}`);
    await until;
    events.push(`-${name}`);
  };
  const first = turnstile.together(record('a', firstDone.promise));
  const second = turnstile.together(record('b', firstDone.promise));
  const alone = turnstile.alone(record('alone', Promise.resolve()));
  const another = turnstile.alone(record('another', Promise.resolve()));
  const after = turnstile.together(record('c', Promise.resolve()));
  firstDone.resolve(undefined);
  await Promise.all([first, second, alone, another, after]);
  expect(events).toEqual(['+a', '+b', '-a', '-b', '+alone', '-alone', '+another', '-another', '+c', '-c']);
});

test('a failure inside or alone blocks nobody', async () => {
  const turnstile = createTurnstile();
  const fail = () => Promise.reject(new Error('no'));
  await expect(turnstile.together(fail)).rejects.toThrow('no');
  await expect(turnstile.alone(fail)).rejects.toThrow('no');
  await expect(turnstile.together(() => Promise.resolve(1))).resolves.toBe(1);
});
