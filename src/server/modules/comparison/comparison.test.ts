import { createClient } from '#client/call.ts';
import { compareArtifacts, readArtifactTexts } from '#contract/comparison.ts';
import { type ArtifactWorld, createArtifactWorld } from '#server/modules/artifacts/artifact-world.suite.ts';
import { beforeEach, describe, expect, it } from 'vitest';

const params = { workspace: 'default' };
let world: ArtifactWorld;
let runs: { readonly id: string; readonly root: string }[];

const { call } = createClient({
  baseUrl: 'http://localhost',
  fetch: async (request) => {
    const { pathname, search } = new URL(request.url);
    return world.fetch(pathname + search, {
      method: request.method,
      headers: request.headers,
      ...(request.method === 'GET' ? {} : { body: await request.text() }),
    });
  },
});

async function put(run: number, path: string, body: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const root = runs[run]?.root ?? '';
  await world.fetch(`/api/2.0/mlflow-artifacts/artifacts/${root}/${path}`, { method: 'PUT', body });
}

beforeEach(async () => {
  world = await createArtifactWorld();
  runs = [await world.createRun(), await world.createRun(), await world.createRun()];
  await put(0, 'code/train.py', 'print(1)');
  await put(1, 'code/train.py', 'print(2)');
  await put(2, 'code/train.py', 'print(1)');
  await put(0, 'requirements.txt', 'numpy==1');
  await put(1, 'plots/deep/roc.png', new Uint8Array([137, 80, 0]));
});

describe('files of several runs', () => {
  it('are one entry a path, those of most runs first', async () => {
    const runIds = [...runs.map(({ id }) => id), 'f'.repeat(32)];
    const { files, ...rest } = await call(compareArtifacts, { params, body: { runIds } });
    expect(rest).toEqual({ matching: 3, cut: [], unreachable: [] });
    expect(files.map((file) => [file.path, file.in.map(({ runId }) => runId)])).toEqual([
      ['code/train.py', runs.map(({ id }) => id)],
      ['plots/deep/roc.png', [runs[1]!.id]],
      ['requirements.txt', [runs[0]!.id]],
    ]);
    const hashes = files[0]!.in.map(({ sha256 }) => sha256);
    expect(hashes[0]).toMatch(/^[\da-f]{64}$/);
    expect(hashes[2]).toBe(hashes[0]);
    expect(hashes[1]).not.toBe(hashes[0]);
  });

  it('can be searched; what is beyond the limit is counted', async () => {
    const runIds = runs.map(({ id }) => id);
    const found = await call(compareArtifacts, { params, body: { runIds, search: 'O', limit: 1 } });
    expect([found.files.map(({ path }) => path), found.matching]).toEqual([['code/train.py'], 2]);
  });

  it('of another workspace are not there', async () => {
    const found = await call(compareArtifacts, {
      params: { workspace: 'vision' },
      body: { runIds: [runs[0]!.id] },
    });
    expect(found.files).toEqual([]);
  });
});

describe('texts of several runs', () => {
  it('come once each; what is no text or not there says so', async () => {
    const runIds = runs.map(({ id }) => id);
    const paths = ['code/train.py', 'plots/deep/roc.png', 'plots', 'nowhere'];
    const { files, texts } = await call(readArtifactTexts, { params, body: { runIds, paths } });
    expect(texts.toSorted()).toEqual(['print(1)', 'print(2)']);
    const said = files.map(({ runId, path, text }) => [
      runIds.indexOf(runId),
      path,
      text === null ? null : texts[text],
    ]);
    expect(said).toEqual([
      [0, 'code/train.py', 'print(1)'],
      [1, 'code/train.py', 'print(2)'],
      [1, 'plots/deep/roc.png', null],
      [2, 'code/train.py', 'print(1)'],
    ]);
  });

  it('are cut where asked, and never in the middle of a character', async () => {
    await put(0, 'log.txt', 'aé'.repeat(5));
    const body = { runIds: [runs[0]!.id], paths: ['log.txt'], bytes: 5 };
    const { files, texts } = await call(readArtifactTexts, { params, body });
    expect(files).toMatchObject([{ size: 15, truncated: true, left: false }]);
    expect(texts).toEqual(['aéa']);
  });

  it('are left out, and said to be, where all together are too long', async () => {
    const long = 'x'.repeat(1_000_000);
    const made = await Promise.all(Array.from({ length: 27 }, async () => world.createRun()));
    runs = [];
    for (const run of made) runs.push(run);
    for (const index of made.keys()) await put(index, 'big.txt', `${index} ${long}`);
    const body = { runIds: made.map(({ id }) => id), paths: ['big.txt'], bytes: 1_048_576 };
    const { files, texts } = await call(readArtifactTexts, { params, body });
    expect(files.filter(({ left }) => left).map(({ text }) => text)).toEqual([null, null]);
    expect(texts).toHaveLength(25);
  });

  it.each(['../secret', 'a/../../b', '/etc/passwd', ''])('never climb: %s', async (path) => {
    const body = { runIds: [runs[0]!.id], paths: [path] };
    await expect(call(readArtifactTexts, { params, body })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
