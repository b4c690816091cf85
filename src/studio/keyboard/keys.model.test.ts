import { expect, test } from 'vitest';
import { belongsToField, matchKeys, toKeyWord } from './keys.model.ts';

const press = (key: string, held: Partial<Parameters<typeof toKeyWord>[0]> = {}) =>
  toKeyWord({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test.each([
  [press('j'), 'j'],
  [press('J', { shiftKey: true }), 'shift+j'],
  [press('?', { shiftKey: true }), '?'],
  [press('k', { ctrlKey: true }), 'mod+k'],
  [press('k', { metaKey: true }), 'mod+k'],
  [press('Enter', { shiftKey: true }), 'shift+Enter'],
  [press('ArrowDown'), 'ArrowDown'],
])('a press is the word %s', (word, expected) => {
  expect(word).toBe(expected);
});

const bindings = [{ keys: 'g h' }, { keys: 'g r' }, { keys: 'j' }, { keys: 'h' }];
const typed = (words: string) => {
  const found: string[] = [];
  let pending = '';
  for (const word of words.split(' ')) {
    const match = matchKeys(bindings, pending, word);
    pending = match.pending;
    if (match.found !== undefined) found.push(match.found.keys);
  }
  return found;
};

test.each([
  ['j', ['j']],
  ['g h', ['g h']],
  ['g j', ['j']],
  ['g g r', ['g r']],
  ['h', ['h']],
  ['g x h', ['h']],
  ['x', []],
])('typing %s does %j', (words, expected) => {
  expect(typed(words)).toEqual(expected);
});

test('keys typed into a field are the field’s, save Escape and those with Ctrl or Cmd', () => {
  const input = document.createElement('input');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
  expect(belongsToField(input, 'j')).toBe(true);
  expect(belongsToField(input, 'mod+k')).toBe(false);
  expect(belongsToField(input, 'mod+a')).toBe(true);
  expect(belongsToField(document.body, 'mod+a')).toBe(false);
  expect(belongsToField(input, 'Escape')).toBe(false);
  expect(belongsToField(box, 'j')).toBe(false);
  expect(belongsToField(document.body, 'j')).toBe(false);
});
