import type { AuditEvent } from '#contract/activity.ts';
import { expect, test } from 'vitest';
import { describeAction, describeDetail } from '#studio/ui/audit-words.model.ts';
import { namedIn, unnamedRuns } from './activity.model.ts';

const event = (detail: Record<string, unknown>): AuditEvent => ({
  id: 1,
  atMs: 0,
  actor: 'Ada',
  via: 'studio',
  action: 'run.delete',
  subjectKind: 'run',
  subjectId: 'abc',
  detail,
  count: 1,
});

test.each([
  ['run.delete', 'deleted'],
  ['workspace.unarchive', 'brought back'],
  ['run.set-tag', 'set tag'],
  ['artifact.write', 'wrote files of'],
  ['odd', 'odd'],
])('%s reads "%s"', (action, words) => {
  expect(describeAction(action)).toBe(words);
});

test('only runs without a name of their own are asked for, each once', () => {
  const events = [
    event({}),
    event({ name: 'calm-finch-9' }),
    event({}),
    { ...event({}), subjectKind: 'model' },
  ];
  expect(namedIn(event({ name: 'calm-finch-9' }))).toBe('calm-finch-9');
  expect(unnamedRuns(events)).toEqual(['abc']);
});

test('the rest of the detail is told briefly, without what is empty', () => {
  const lines = describeDetail(
    event({ name: 'x', description: '', status: 'FAILED', tags: ['a'], inputs: [], long: 'y'.repeat(99) }),
  );
  expect(lines).toEqual(['status FAILED', 'tags ["a"]', `long ${'y'.repeat(79)}…`]);
});
