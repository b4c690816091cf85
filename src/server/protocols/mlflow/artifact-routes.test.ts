import { type ArtifactWorld, createArtifactWorld } from '#server/modules/artifacts/artifact-world.suite.ts';
import { beforeEach, describe, expect, it } from 'vitest';

const proxy = '/api/2.0/mlflow-artifacts';
let world: ArtifactWorld;
let run: { readonly id: string; readonly root: string };
beforeEach(async () => {
  world = await createArtifactWorld();
  run = await world.createRun();
});

const put = (path: string, body?: BodyInit) =>
  world.fetch(`${proxy}/artifacts/${path}`, { method: 'PUT', body: body ?? null });
const json = async (path: string): Promise<unknown> => (await world.fetch(path)).json();

describe("MLflow's artifact calls", () => {
  it('upload, list, download and delete through the proxy', async () => {
    const upload = await put(`${run.root}/a/b%20c.txt`, 'text');
    expect([upload.status, await upload.text()]).toEqual([200, '{}']);
    await put(`${run.root}/empty`);
    expect(await json(`${proxy}/artifacts?path=${run.root}`)).toEqual({
      files: [
        { path: 'a', is_dir: true },
        { path: 'empty', is_dir: false },
      ],
    });
    expect(await json(`${proxy}/artifacts?path=${run.root}/a/`)).toEqual({
      files: [{ path: 'b c.txt', is_dir: false, file_size: 4 }],
    });
    expect(await json(`${proxy}/artifacts?path=${run.root}/a/b+c.txt`)).toEqual({});
    expect(await json(`${proxy}/artifacts?path=${run.root}/nowhere`)).toEqual({});
    const download = await world.fetch(`${proxy}/artifacts/${run.root}/a/b%20c.txt`);
    expect(await download.text()).toBe('text');
    expect(download.headers.get('content-disposition')).toBe('attachment; filename="b c.txt"');
    const head = await world.fetch(`${proxy}/artifacts/${run.root}/a/b%20c.txt`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', '']);
    for (const path of [`${run.root}/a`, `${run.root}/a`, `${run.root}/never`]) {
      const removed = await world.fetch(`${proxy}/artifacts/${path}`, { method: 'DELETE' });
      expect([removed.status, await removed.text()]).toEqual([200, '{}']);
    }
    expect(await json(`${proxy}/artifacts?path=${run.root}`)).toEqual({
      files: [{ path: 'empty', is_dir: false }],
    });
  });

  it('list a run by paths below the run', async () => {
    await put(`${run.root}/a/b`, 'x');
    const list = `/api/2.0/mlflow/artifacts/list?run_id=${run.id}`;
    const root_uri = `mlflow-artifacts:/${run.root}`;
    expect(await json(list)).toEqual({ root_uri, files: [{ path: 'a', is_dir: true }] });
    expect(await json(`${list}&path=a`)).toEqual({
      root_uri,
      files: [{ path: 'a/b', is_dir: false, file_size: 1 }],
    });
    expect(await json(`${list}&path=a/b`)).toEqual({ root_uri });
    expect(await json(`${list}&path=none`)).toEqual({ root_uri });
    expect(await json(list.replace('/api/', '/ajax-api/').replace('run_id', 'run_uuid'))).toMatchObject({
      root_uri,
    });
  });

  it.each([
    ['GET', '/api/2.0/mlflow/artifacts/list', 400, 'INVALID_PARAMETER_VALUE', /required parameter 'run_id'/],
    ['GET', '/api/2.0/mlflow/artifacts/list?run_id=zz', 404, 'RESOURCE_DOES_NOT_EXIST', /id=zz not found/],
    [
      'GET',
      '/api/2.0/mlflow/artifacts/list?run_id=RUN&path=..',
      400,
      'INVALID_PARAMETER_VALUE',
      /^Invalid path$/,
    ],
    ['GET', `${proxy}/artifacts?path=/etc`, 400, 'INVALID_PARAMETER_VALUE', /^Invalid path$/],
    ['GET', `${proxy}/artifacts/ROOT/none`, 404, 'RESOURCE_DOES_NOT_EXIST', /No such artifact/],
    ['GET', `${proxy}/artifacts/ROOT`, 400, 'INVALID_PARAMETER_VALUE', /is a folder/],
    ['PUT', `${proxy}/artifacts/`, 400, 'INVALID_PARAMETER_VALUE', /^Invalid path$/],
    ['PUT', `${proxy}/artifacts/ROOT`, 409, 'RESOURCE_CONFLICT', /folder/],
    ['PUT', `${proxy}/artifacts/ROOT/a/b`, 409, 'RESOURCE_CONFLICT', /is a file, not a folder/],
    ['PATCH', `${proxy}/artifacts/ROOT/a`, 405, 'BAD_REQUEST', /does not answer to PATCH/],
    ['GET', `${proxy}/nothing/here`, 404, 'ENDPOINT_NOT_FOUND', /no call/],
    ['GET', `${proxy}/presigned/ROOT/a`, 501, 'NOT_IMPLEMENTED', /^Multipart download is not supported/],
    [
      'POST',
      '/api/2.0/mlflow/artifacts/presigned-upload-url',
      400,
      'INVALID_PARAMETER_VALUE',
      /not supported/,
    ],
    ['GET', '/get-artifact?run_id=RUN', 400, 'INVALID_PARAMETER_VALUE', /required parameter 'path'/],
    [
      'GET',
      '/get-artifact?run_id=RUN&path=a%20x',
      404,
      'RESOURCE_DOES_NOT_EXIST',
      /^No such artifact: 'a x'$/,
    ],
    [
      'GET',
      '/model-versions/get-artifact?name=m&version=1&path=a',
      404,
      'RESOURCE_DOES_NOT_EXIST',
      /not found/,
    ],
    [
      'GET',
      '/api/2.0/mlflow/logged-models/m-zz/artifacts/directories',
      404,
      'RESOURCE_DOES_NOT_EXIST',
      /'m-zz'/,
    ],
  ])('%s %s answers %i', async (method, template, status, code, message) => {
    await put(`${run.root}/a`, 'x');
    const path = template.replace('RUN', run.id).replace('ROOT', run.root);
    const response = await world.fetch(path, { method, body: method === 'PUT' ? 'x' : null });
    const body = (await response.json()) as { error_code: string; message: string };
    expect([response.status, body.error_code]).toEqual([status, code]);
    expect(body.message).toMatch(message);
  });

  it('hand out single files of runs and of logged models', async () => {
    await put(`${run.root}/plots/x.png`, 'png');
    const got = await world.fetch(`/get-artifact?run_uuid=${run.id}&path=plots/x.png`);
    expect([got.headers.get('content-type'), await got.text()]).toEqual(['image/png', 'png']);
    const made = await world.call('/api/2.0/mlflow/logged-models', { experiment_id: '0', name: 'm' });
    const { info } = made['model'] as { info: { model_id: string; artifact_uri: string } };
    await put(`${info.artifact_uri.replace(/^[a-z-]+:\/+/, '')}/MLmodel`, 'flavors:');
    const base = `/api/2.0/mlflow/logged-models/${info.model_id}/artifacts`;
    expect(await json(`${base}/directories`)).toEqual({
      root_uri: info.artifact_uri,
      files: [{ path: 'MLmodel', is_dir: false, file_size: 8 }],
    });
    const file = await world.fetch(`${base.replace('/api/', '/ajax-api/')}/files?artifact_file_path=MLmodel`);
    expect([file.headers.get('content-type'), await file.text()]).toEqual([
      'text/plain; charset=utf-8',
      'flavors:',
    ]);
  });

  it('take what a page pastes, up to a limit', async () => {
    const address = `/ajax-api/2.0/mlflow/upload-artifact?run_uuid=${run.id}&path=pasted/i.png`;
    const taken = await world.fetch(address, { method: 'POST', body: 'image' });
    expect([taken.status, await taken.text()]).toEqual([200, '']);
    expect(await world.blobs.size(`${run.root}/pasted/i.png`)).toBe(5);
    const refused = await world.fetch(address, {
      method: 'POST',
      body: new Uint8Array(10 * 1024 * 1024 + 1),
    });
    expect(refused.status).toBe(413);
  });

  it('leave nothing of an upload that broke off', async () => {
    await put(`${run.root}/f`, 'before');
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('half')),
      pull: () => Promise.reject(new Error('gone')),
    });
    const abort = new AbortController();
    const init = { method: 'PUT', body: broken, duplex: 'half', signal: abort.signal };
    const sent = world.fetch(`${proxy}/artifacts/${run.root}/f`, init);
    abort.abort();
    expect((await sent).status).toBe(499);
    expect(await (await world.fetch(`${proxy}/artifacts/${run.root}/f`)).text()).toBe('before');
  });
});

describe('multipart uploads', () => {
  interface Opened {
    readonly upload_id: string;
    readonly credentials: readonly { readonly url: string; readonly part_number: number }[];
  }

  async function open(count: unknown, scope = '', root = run.root): Promise<Opened> {
    const body = { path: '/home/me/big.bin', num_parts: count };
    return (await world.call(`${scope}${proxy}/mpu/create/${root}/models`, body)) as unknown as Opened;
  }

  const sendPart = (url: string, body: string) => world.fetch(new URL(url).pathname, { method: 'PUT', body });
  const finish = (upload: Opened, numbers: readonly number[], action = 'complete') =>
    world.call(`${proxy}/mpu/${action}/${run.root}/models`, {
      path: '/home/me/big.bin',
      upload_id: upload.upload_id,
      parts: numbers.map((part_number) => ({ part_number, etag: 'x', url: '' })),
    });

  it('become one file, in the order of their parts, a part sent twice counting once', async () => {
    const upload = await open(3);
    const urls = upload.credentials.map((each) => each.url);
    for (const [url, text] of [
      [urls[2], 'C'],
      [urls[0], 'old'],
      [urls[1], 'B'],
      [urls[0], 'A'],
    ] as const) {
      expect((await sendPart(url!, text)).headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/);
    }
    expect(await finish(upload, [1, 2, 3])).toEqual({});
    expect(await (await world.fetch(`${proxy}/artifacts/${run.root}/models/big.bin`)).text()).toBe('ABC');
    expect((await world.blobs.list('')).map((entry) => entry.name)).toEqual(['0']);
    await expect(finish(upload, [1, 2, 3])).rejects.toThrow('404');
  });

  it('refuse what is incomplete, and can go on after it', async () => {
    const upload = await open(2);
    await sendPart(upload.credentials[0]!.url, 'A');
    await expect(finish(upload, [1])).rejects.toThrow('missing: 2');
    await expect(finish(upload, [1, 2])).rejects.toThrow('Part 2 of the upload has not arrived');
    await sendPart(upload.credentials[1]!.url, 'B');
    await finish(upload, [2, 1]);
    expect(await world.blobs.size(`${run.root}/models/big.bin`)).toBe(2);
  });

  it('are forgotten when aborted', async () => {
    const upload = await open(1);
    await sendPart(upload.credentials[0]!.url, 'A');
    await finish(upload, [], 'abort');
    expect(await world.blobs.list('')).toEqual([]);
    expect((await sendPart(upload.credentials[0]!.url, 'A')).status).toBe(404);
  });

  it('say what is wrong', async () => {
    for (const count of [0, -1, 10_001]) await expect(open(count)).rejects.toThrow('1 to 10000 parts');
    await expect(open(undefined)).rejects.toThrow("required parameter 'num_parts'");
    await expect(open('many')).rejects.toThrow("parameter 'num_parts'");
    const upload = await open(1);
    expect((await sendPart(`${upload.credentials[0]!.url}7`, 'x')).status).toBe(400);
  });

  it('send the parts of another workspace to that workspace', async () => {
    const other = await world.createRun('/ws/vision', await visionExperiment());
    const upload = await open(1, '/ws/vision', other.root);
    expect(new URL(upload.credentials[0]!.url).pathname).toMatch(
      /^\/ws\/vision\/api\/2\.0\/mlflow-artifacts\/mpu\/part\//,
    );
    expect((await sendPart(upload.credentials[0]!.url, 'A')).status).toBe(200);
  });

  async function visionExperiment(): Promise<string> {
    const made = await world.call('/ws/vision/api/2.0/mlflow/experiments/create', { name: 'e' });
    return String(made['experiment_id']);
  }
});
