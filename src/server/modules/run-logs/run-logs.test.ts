import { beforeEach, describe, expect, it } from 'vitest';
import { type ArtifactWorld, createArtifactWorld } from '#server/modules/artifacts/artifact-world.suite.ts';

let world: ArtifactWorld;
let run: { readonly id: string; readonly root: string };
beforeEach(async () => {
  world = await createArtifactWorld();
  run = await world.createRun();
});

interface Entry {
  readonly text: string;
  readonly stream?: string;
  readonly atMs?: number;
}

const base = (runId = run.id, slug = 'default') => `/api/workspaces/${slug}/runs/${runId}/logs`;

async function append(entries: readonly Entry[], name = 'console'): Promise<Response> {
  return world.fetch(`${base()}/append`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, entries }),
  });
}

async function ask(what: string, query: Record<string, string | number>): Promise<Record<string, unknown>> {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  const response = await world.fetch(`${base()}/${what}?${search.toString()}`);
  return (await response.json()) as Record<string, unknown>;
}

async function lines(log: string, from = 0, limit = 1000): Promise<readonly Record<string, unknown>[]> {
  return (await ask('lines', { log, from, limit }))['lines'] as Record<string, unknown>[];
}

async function put(path: string, body: BodyInit): Promise<void> {
  const target = `/api/2.0/mlflow-artifacts/artifacts/${run.root}/${path}`;
  expect((await world.fetch(target, { method: 'PUT', body })).status).toBe(200);
}

describe('console output', () => {
  it('comes back line by line, with stream and time', async () => {
    const answer = await append([
      { text: 'epoch 1\nepoch 2\n', atMs: 1000 },
      { text: 'Traceback (most recent call last):', stream: 'stderr', atMs: 2000 },
    ]);
    expect(await answer.json()).toMatchObject({ lines: 3 });
    expect(await lines('console/console')).toEqual([
      { text: 'epoch 1', cut: null, atMs: 1000, stream: 'stdout' },
      { text: 'epoch 2', cut: null, atMs: 1000, stream: 'stdout' },
      { text: 'Traceback (most recent call last):', cut: null, atMs: 2000, stream: 'stderr' },
    ]);
    expect(await ask('outline', { log: 'console/console' })).toMatchObject({
      lines: 3,
      errors: [2],
      errorCount: 1,
      guessedZone: false,
      times: [{ line: 0, atMs: 1000 }],
    });
  });

  it('is the same in many small calls as in one, over many parts', async () => {
    const texts = Array.from({ length: 600 }, (_each, index) => `line ${index} ${'x'.repeat(index % 90)}`);
    for (const text of texts.slice(0, 300)) await append([{ text, atMs: 5 }]);
    await append(texts.slice(300).map((text) => ({ text, atMs: 5 })));
    const found = await lines('console/console', 0, 1000);
    expect(found.map(({ text }) => text)).toEqual(texts);
    const outline = await ask('outline', { log: 'console/console' });
    expect((outline['times'] as unknown[]).length).toBeGreaterThan(2);
    expect((await lines('console/console', 455, 2)).map(({ text }) => text)).toEqual(texts.slice(455, 457));
    const whole = await (await world.fetch(`${base()}/file?name=console`)).text();
    expect(whole).toBe(texts.map((text) => `1970-01-01T00:00:00.005Z stdout F ${text}\n`).join(''));
    expect(outline['bytes']).toBe(new TextEncoder().encode(whole).length);
  });

  it('of processes stays apart, and is listed before files', async () => {
    await append([{ text: 'a' }], 'rank-0');
    await append([{ text: 'b' }], 'rank-1');
    await put('logs/train.txt', 'x\n');
    await put('logs/node/1.err', 'x\n');
    await put('train.log', 'x\n');
    await put('notes.txt', 'no log\n');
    const { logs } = (await (await world.fetch(base())).json()) as { logs: { id: string }[] };
    expect(logs.map(({ id }) => id)).toEqual([
      'console/rank-0',
      'console/rank-1',
      'file/train.log',
      'file/logs/train.txt',
      'file/logs/node/1.err',
    ]);
  });

  it('leaves one summed trace, and refuses a run in the trash', async () => {
    await append([{ text: 'a' }]);
    await append([{ text: 'b' }]);
    const activity = await world.fetch(
      `/api/workspaces/default/activity?subjectKind=run&subjectId=${run.id}`,
    );
    expect(await activity.json()).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ action: 'run.write-console', count: 2 }),
      ]) as unknown,
    });
    await world.call('/api/workspaces/default/runs/delete', { runIds: [run.id] });
    expect((await append([{ text: 'c' }])).status).toBe(409);
    expect(await lines('console/console')).toHaveLength(2);
  });

  it.each([
    { entries: [] },
    { entries: [{ text: 'x' }], name: '../x' },
    { entries: [{ text: 'x', atMs: -1 }] },
  ])('is refused: %j', async (body) => {
    const response = await world.fetch(`${base()}/append`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
  });
});

describe('logs among the artifacts', () => {
  it('are read from the middle, with times moved to where the run began', async () => {
    // The world's runs start at 1 ms after the epoch; the log was written two hours east of it.
    const text = Array.from(
      { length: 2000 },
      (_each, index) =>
        `1970-01-01 02:00:${String(Math.floor(index / 50)).padStart(2, '0')},000 INFO step ${index}`,
    );
    await put('logs/train.log', text.join('\n'));
    const outline = await ask('outline', { log: 'file/logs/train.log' });
    expect(outline).toMatchObject({ lines: 2000, guessedZone: true, errorCount: 0 });
    const found = await lines('file/logs/train.log', 1500, 3);
    expect(found).toEqual([
      expect.objectContaining({ text: text[1500], atMs: 30_000 }),
      expect.objectContaining({ text: text[1501] }),
      expect.objectContaining({ text: text[1502] }),
    ]);
    expect(await lines('file/logs/train.log', 2000)).toEqual([]);
  });

  it('with lines of megabytes are cut, and the line after it is whole', async () => {
    await put('logs/a.log', `first\n${'y'.repeat(3_000_000)}\nlast`);
    const found = await lines('file/logs/a.log');
    expect(found.map(({ text }) => String(text).length)).toEqual([5, 8000, 4]);
    expect(found[1]?.['cut']).toBe(2_992_000);
    expect(await lines('file/logs/a.log', 2, 1)).toEqual([expect.objectContaining({ text: 'last' })]);
  });

  it.each([
    ['nothing', '', 0],
    ['no text', new Uint8Array([0, 255, 10, 128, 10]), 2],
    ['only line ends', '\n\n\n', 3],
  ])('of %s do no harm', async (_what, body, count) => {
    await put('x.log', body);
    expect(await lines('file/x.log')).toHaveLength(count);
  });

  it('are searched from a line on, any case', async () => {
    await put('x.log', 'Loss\nno\nloss: NaN\nLOSS');
    const all = await ask('search', { log: 'file/x.log', text: 'loss' });
    expect(all).toEqual({ matches: [0, 2, 3], next: null, total: 4 });
    const some = await ask('search', { log: 'file/x.log', text: 'loss', from: 1, limit: 1 });
    expect(some).toEqual({ matches: [2], next: 3, total: 4 });
  });

  it('show what they hold after they were written anew', async () => {
    await put('x.log', 'a\nb');
    expect(await lines('file/x.log')).toHaveLength(2);
    await put('x.log', 'c\n\n');
    expect((await lines('file/x.log')).map(({ text }) => text)).toEqual(['c', '']);
  });

  it.each([
    ['console/none', 404],
    ['file/none.log', 404],
    ['file/../../x', 400],
    ['elsewhere/x', 400],
    ['file/', 400],
  ])('%s is answered with %i', async (log, status) => {
    const response = await world.fetch(`${base()}/lines?from=0&log=${encodeURIComponent(log)}`);
    expect(response.status).toBe(status);
  });

  it('are not seen from another workspace', async () => {
    await append([{ text: 'secret' }]);
    const response = await world.fetch(`${base(run.id, 'vision')}/lines?from=0&log=console/console`);
    expect(response.status).toBe(404);
    expect((await world.fetch(base(run.id, 'vision'))).status).toBe(404);
  });
});

it('what a search passes over stands before the text of console output', async () => {
  await append([{ text: 'the word stdout' }, { text: 'another' }]);
  expect(await ask('search', { log: 'console/console', text: 'stdout' })).toMatchObject({ matches: [0] });
});
