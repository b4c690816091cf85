import { anything, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { parsePreferences, preferences } from './preferences.model.ts';

const usual = preferences.parse({});

test('nothing stored gives the usual choices', () => {
  expect(parsePreferences(null)).toEqual(usual);
  expect(usual.theme).toBe('system');
});

test('what was stored comes back; what is unknown takes its usual value', () => {
  const text = JSON.stringify({ theme: 'dark', density: 'huge', panelWidth: 9000, more: 1 });
  expect(parsePreferences(text)).toEqual({ ...usual, theme: 'dark' });
});

test('no stored text can break the studio', () => {
  assert(property(string(), (text) => preferences.safeParse(parsePreferences(text)).success));
  assert(
    property(
      anything(),
      (value) => preferences.safeParse(parsePreferences(JSON.stringify(value) ?? 'x')).success,
    ),
  );
});
