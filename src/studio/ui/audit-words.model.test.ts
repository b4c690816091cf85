import type { AuditEvent } from '#contract/activity.ts';
import { expect, test } from 'vitest';
import { describeDetail } from './audit-words.model.ts';

const event = (detail: AuditEvent['detail']): AuditEvent => ({
  id: 1,
  atMs: 0,
  actor: 'ada',
  via: 'studio',
  action: 'run.update',
  subjectKind: 'run',
  subjectId: 'a',
  detail,
  count: 1,
});

test.each([
  [{ path: 'a.txt', files: [] }, ['path a.txt']],
  [{ tags: ['team'] }, ['tags ["team"]']],
  [
    {
      tags: ['team'],
      changes: [
        { what: 'name', key: null, from: 'old', to: 'new' },
        { what: 'tag', key: 'team', from: null, to: 'vision' },
        { what: 'tag', key: 'x', from: 'y', to: null },
        { what: 'note', key: null, from: 'a\nb', to: '' },
      ],
    },
    ['name: old → new', 'team: vision (new)', 'x: y (removed)', 'note: a b → empty'],
  ],
  [{ changes: 'nonsense', removed: ['x'] }, ['removed ["x"]']],
])('%j', (detail, texts) => {
  expect(describeDetail(event(detail))).toEqual(texts);
});
