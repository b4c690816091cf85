import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { access, readdir, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newFolder, sendRaw, type Spawned, startIn } from './spawn-server.suite.ts';

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const proxy = '/api/2.0/mlflow-artifacts/artifacts';
let folder: string;
let server: Spawned;
beforeAll(async () => {
  folder = await newFolder();
  server = await startIn(folder);
});
afterAll(async () => {
  server.kill('SIGKILL');
  await server.finished;
  await rm(folder, { recursive: true, force: true });
});

const oneByte = 'Content-Length: 1';
const raw = (method: string, target: string, headers: readonly string[] = []) => {
  const head = [
    `${method} ${target} HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    'Connection: close',
    ...headers,
  ];
  return sendRaw(server.port, [...head, '', headers.includes(oneByte) ? 'x' : ''].join('\r\n'));
};

describe('over a real socket', () => {
  it.each([
    '..',
    '../../../../etc/passwd',
    '0/../../x',
    '0/run/artifacts/../../../../x',
    './x',
    '0/./x',
    '%2e%2e/x',
    '%2E%2e%2fx',
    '0/%2e%2e/%2e%2e/x',
    '%252e%252e/x',
    '%25252e%25252e%25252fx',
    '..%5c..%5cx',
    '..\\..\\x',
    'a%00b',
    'a%2500b',
    'C:/x',
    'C%3A%5Cx',
    'file:/etc/passwd',
    'file:%2F%2F%2Fetc%2Fpasswd',
    'a#/../../x',
    'a%23b',
    'a%3Fb',
    'a//b',
    '%ff',
    '100%',
    `${'a/'.repeat(2048)}too-long`,
  ])('the artifact path %s is refused for every method', async (path) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await raw(method, `${proxy}/${path}`, method === 'PUT' ? [oneByte] : []);
      expect({ method, status: answer.split(' ', 2)[1] }).toEqual({ method, status: '400' });
      expect(answer).toContain('{"error_code":"INVALID_PARAMETER_VALUE","message":"Invalid path"}');
    }
    expect(await readdir(join(folder, '.atelier/artifacts'))).toEqual(['.incoming']);
    await expect(access(join(folder, 'x'))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['evil.example', 403],
    ['evil.example:4600', 403],
    ['127.0.0.1.evil.example', 403],
    ['LOCALHOST', 200],
    ['localhost:4600', 200],
    ['[::1]:4600', 200],
  ])('the Host %s is answered %i', async (host, status) => {
    for (const path of ['/api/workspaces', '/api/2.0/mlflow/experiments/get?experiment_id=0']) {
      const text = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', '', ''].join('\r\n');
      expect(await sendRaw(server.port, text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    }
  });

  it('a page on another origin may neither write nor read', async () => {
    const answer = await raw('POST', '/api/workspaces', ['Origin: http://evil.example', oneByte]);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer.toLowerCase()).not.toContain('access-control-allow');
    expect(await raw('GET', '/api/workspaces', ['Origin: null'])).toMatch(/^HTTP\/1\.1 403 /);
    const simple = await raw('PUT', `${proxy}/x`, ['Sec-Fetch-Site: cross-site', oneByte]);
    expect(simple).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('an artifact that is HTML comes as a download that could not run', async () => {
    const address = `${server.url}${proxy}/7/${randomUUID()}/artifacts/page.html`;
    await fetch(address, { method: 'PUT', body: '<script>alert(1)</script>' });
    const { headers } = await fetch(address);
    expect(headers.get('content-disposition')).toBe('attachment; filename="page.html"');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    await fetch(`${server.url}${proxy}/7`, { method: 'DELETE' });
  });

  it('a large artifact streams in and out unchanged', async () => {
    const bytes = new Uint8Array(8 * 1024 * 1024).map((_zero, index) => index * 31);
    const address = `${server.url}${proxy}/7/r/artifacts/large.bin`;
    expect((await fetch(address, { method: 'PUT', body: bytes })).status).toBe(200);
    expect(Buffer.compare(Buffer.from(await (await fetch(address)).arrayBuffer()), bytes)).toBe(0);
    await fetch(`${server.url}${proxy}/7`, { method: 'DELETE' });
  });
});

describe('senders that leave in the middle', () => {
  it.each([
    ['POST', '/api/workspaces'],
    ['POST', '/api/2.0/mlflow/runs/create'],
    ['PUT', `${proxy}/0/r/artifacts/part.bin`],
  ])('are nothing for the log: %s %s', async (method, target) => {
    const own = await newFolder();
    const left = await startIn(own);
    const socket = createConnection(left.port, '127.0.0.1');
    const lines = [`${method} ${target} HTTP/1.1`, `Host: 127.0.0.1:${left.port}`, 'Content-Length: 99'];
    socket.write(
      [...lines, 'Content-Type: application/json', 'Expect: 100-continue', '', '{"a'].join('\r\n'),
    );
    // The server has begun with the call once it asks for the body.
    await once(socket, 'data');
    socket.destroy();
    await fetch(`${left.url}/health`);
    left.kill('SIGTERM');
    expect(await left.finished).toMatchObject({ code: 0, stderr: '' });
    await rm(own, { recursive: true, force: true });
  });
});

// A server that is not done in time ends itself with exit code 1, so 0 says that it was.
describe('asked to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s, twice as npm does it: finishes what is in flight, ends event streams, and is gone within two seconds',
    async (signal) => {
      const own = await newFolder();
      const stopped = await startIn(own);
      const events = await fetch(`${stopped.url}/api/workspaces/default/events`);
      const reader = events.body!.getReader();
      await reader.read();
      const upload = request(`${stopped.url}${proxy}/0/r/artifacts/slow.txt`, { method: 'PUT' });
      const answered = new Promise<number | undefined>((resolve, reject) => {
        upload.on('response', (response) => resolve(response.resume().statusCode));
        upload.on('error', reject);
      });
      upload.write('first ');
      // The server has begun to receive once its temporary file is there.
      const incoming = join(own, '.atelier/artifacts/.incoming');
      await expect.poll(() => readdir(incoming), { timeout: 10_000 }).toHaveLength(1);
      stopped.kill(signal);
      stopped.kill(signal);
      await expect.poll(() => connects(stopped.url), { timeout: 2000 }).toBe(false);
      upload.end('last');
      expect(await answered).toBe(200);
      expect((await drain(reader)).done).toBe(true);
      expect((await stopped.finished).code).toBe(0);

      const again = await startIn(own);
      expect(await (await fetch(`${again.url}${proxy}/0/r/artifacts/slow.txt`)).text()).toBe('first last');
      again.kill('SIGKILL');
      await again.finished;
      await rm(own, { recursive: true, force: true });
    },
  );

  it('cuts off what never ends, and is still gone within two seconds', async () => {
    const own = await newFolder();
    const stopped = await startIn(own);
    const upload = request(`${stopped.url}${proxy}/0/r/artifacts/never.txt`, { method: 'PUT' });
    const cut = new Promise((resolve) => upload.on('error', resolve));
    upload.write('for ever');
    await expect
      .poll(() => readdir(join(own, '.atelier/artifacts/.incoming')), { timeout: 10_000 })
      .toHaveLength(1);
    stopped.kill('SIGTERM');
    expect((await stopped.finished).code).toBe(0);
    await cut;
    await rm(own, { recursive: true, force: true });
  });
});

async function connects(url: string): Promise<boolean> {
  return fetch(`${url}/health`, { headers: { connection: 'close' } }).then(
    () => true,
    () => false,
  );
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<{ readonly done: boolean }> {
  for (;;) {
    const next = await reader.read();
    if (next.done) return next;
  }
}
