import { expect, it } from 'vitest';
import { migrations } from './migrations.ts';

it('versions are counted from 1, without a gap, in order', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_each, index) => index + 1));
});
