import { expect, test } from 'vitest';
import { createKeyRegistry } from './key-registry.ts';

const event = (key: string) => new KeyboardEvent('keydown', { key, cancelable: true });

test('the most particular scope is asked first, and the sheet lists it first', () => {
  const done: string[] = [];
  const registry = createKeyRegistry();
  const command = (keys: string, label: string) => ({ keys, label, run: () => done.push(label) });
  registry.set('a', { title: 'Everywhere', level: 'everywhere', commands: [command('Escape', 'nothing')] });
  registry.set('b', { title: 'Panel', level: 'panel', commands: [command('Escape', 'close')] });
  registry.set('c', { title: 'Runs', level: 'screen', commands: [command('j', 'next')] });

  registry.press(event('Escape'));
  registry.press(event('j'));
  registry.remove('b');
  registry.press(event('Escape'));

  expect(done).toEqual(['close', 'next', 'nothing']);
  expect(registry.list().map((scope) => scope.title)).toEqual(['Runs', 'Everywhere']);
});

test('a press that did something does nothing else', () => {
  const registry = createKeyRegistry();
  registry.set('a', {
    title: 'A',
    level: 'screen',
    commands: [{ keys: '/', label: 'Filter', run: () => undefined }],
  });
  const used = event('/');
  const unused = event('x');
  registry.press(used);
  registry.press(unused);
  expect([used.defaultPrevented, unused.defaultPrevented]).toEqual([true, false]);
});
