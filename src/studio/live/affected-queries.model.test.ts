import type { LiveEvent } from '#contract/live.ts';
import { operations } from '#contract/operations.ts';
import { expect, test } from 'vitest';
import { isAffected } from './affected-queries.model.ts';

const run: LiveEvent = { kind: 'run', runId: 'a', experimentId: '1', change: 'updated' };
const metrics: LiveEvent = { kind: 'metrics', runId: 'a', experimentId: '1', keys: ['loss'], more: false };
const direction: LiveEvent = { kind: 'resource', resource: 'metric-settings', id: 'loss' };
const ask = (operationId: string, input: unknown = {}) => ({ operationId, input });

test.each<[string, LiveEvent, ReturnType<typeof ask>, boolean]>([
  ['a run concerns lists', run, ask('runs.search'), true],
  ['a run concerns its own page', run, ask('runs.get', { params: { runId: 'a' } }), true],
  ['a run does not concern another page', run, ask('runs.get', { params: { runId: 'b' } }), false],
  ['a run concerns the counts', run, ask('workspaces.list'), true],
  ['a run does not concern the members', run, ask('workspaces.members'), false],
  [
    'points concern a chart with the run',
    metrics,
    ask('metrics.series', { body: { runIds: ['b', 'a'], key: 'loss' } }),
    true,
  ],
  [
    'points do not concern other runs',
    metrics,
    ask('metrics.series', { body: { runIds: ['b'], key: 'loss' } }),
    false,
  ],
  [
    'points do not concern other keys',
    metrics,
    ask('metrics.series', { body: { runIds: ['a'], key: 'acc' } }),
    false,
  ],
  [
    'cut lists of keys may name any',
    { ...metrics, more: true },
    ask('metrics.series', { body: { runIds: ['a'], key: 'acc' } }),
    true,
  ],
  [
    'points concern tables of points',
    metrics,
    ask('metrics.points', { params: { runId: 'a' }, query: { key: 'loss' } }),
    true,
  ],
  [
    'points concern a chart along their metric',
    metrics,
    ask('metrics.series', { body: { runIds: ['a'], key: 'acc', xKey: 'loss' } }),
    true,
  ],
  [
    'points of any metric concern a chart along active time',
    metrics,
    ask('metrics.series', { body: { runIds: ['a'], key: 'acc', x: 'active' } }),
    true,
  ],
  ['a run concerns its markers', run, ask('annotations.markers', { body: { runIds: ['a'] } }), true],
  ['points concern the markers', metrics, ask('annotations.markers', { body: { runIds: ['a'] } }), true],
  [
    'a checkpoint concerns the markers',
    { kind: 'artifacts', runId: 'a' },
    ask('annotations.markers', { body: { runIds: ['a'] } }),
    true,
  ],
  [
    'a run does not concern markers of others',
    run,
    ask('annotations.markers', { body: { runIds: ['b'] } }),
    false,
  ],
  ['a run does not concern what people noted', run, ask('annotations.search'), false],
  ['a direction concerns its setting', direction, ask('metrics.settings'), true],
  ['a direction concerns the best of runs', direction, ask('runs.columns'), true],
  ['a direction concerns the order of runs', direction, ask('runs.search'), true],
  ['a direction does not concern lines', direction, ask('metrics.series'), false],
  ['points do not concern the counts', metrics, ask('workspaces.list'), false],
  [
    'files concern the files of the run',
    { kind: 'artifacts', runId: 'a' },
    ask('artifacts.list', { params: { runId: 'a' } }),
    true,
  ],
  [
    'files do not concern its numbers',
    { kind: 'artifacts', runId: 'a' },
    ask('runs.get', { params: { runId: 'a' } }),
    false,
  ],
  [
    'files and console output concern how long the logs are',
    { kind: 'artifacts', runId: 'a' },
    ask('logs.outline', { params: { runId: 'a' }, query: { log: 'console/console' } }),
    true,
  ],
  [
    'lines that were written stay as they are',
    { kind: 'artifacts', runId: 'a' },
    ask('logs.read', { params: { runId: 'a' }, query: { log: 'console/console' } }),
    false,
  ],
  ['a gap concerns everything', { kind: 'resync' }, ask('whatever.get'), true],
  ['a workspace concerns its name', { kind: 'workspace' }, ask('workspaces.get'), true],
  ['a workspace concerns its sample', { kind: 'workspace' }, ask('sample.get'), true],
  ['a workspace does not concern runs', { kind: 'workspace' }, ask('runs.search'), false],
  ['a run leaves the rows of a table where they are', run, ask('table window'), false],
  ['points leave the rows of a table where they are', metrics, ask('table window'), false],
  ['a gap leaves the rows of a table where they are', { kind: 'resync' }, ask('table window'), false],
])('%s', (_title, event, query, affected) => {
  expect(isAffected(query, event)).toBe(affected);
});

test('a gap concerns the answers of every operation', () => {
  const missed = operations.filter(({ id }) => !isAffected(ask(id), { kind: 'resync' }));
  expect(missed).toEqual([]);
});
