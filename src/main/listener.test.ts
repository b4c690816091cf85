import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen, type Listener } from './listener.ts';
import { sendRaw } from './spawn-server.suite.ts';

let listener: Listener;
const bodies: Promise<string>[] = [];
beforeEach(async () => {
  bodies.length = 0;
  const answer = async (request: Request) => {
    const body = request.text();
    bodies.push(body);
    return new Response(await body);
  };
  listener = await listen(answer, '127.0.0.1', 0, 60);
});
afterEach(async () => listener.close(0));

const head = (bytes: number) =>
  ['POST / HTTP/1.1', 'Host: localhost', `Content-Length: ${bytes}`, '', ''].join('\r\n');

describe('a sender that stops in the middle of a body', () => {
  it('is cut off', async () => {
    expect(await sendRaw(listener.port, `${head(10)}half`)).not.toContain('200');
    await expect(bodies[0]).rejects.toThrow('aborted');
  });
});
