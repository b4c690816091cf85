import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export interface Connection {
  send(this: void, request: Buffer): Promise<Answer>;
  close(this: void): void;
}

/** A request as it goes over the wire, made once and sent many times. */
export function toWire(method: string, url: URL, body?: string): Buffer {
  const content = body === undefined ? Buffer.alloc(0) : Buffer.from(body);
  const type = body === undefined ? '' : 'content-type: application/json\r\n';
  const head = `${method} ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\n${type}content-length: ${content.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content]);
}

/**
 * One kept-alive connection with one request at a time. It does as little as an HTTP client can, so that the figures
 * are the server's and not the load generator's.
 */
export async function openConnection(url: URL): Promise<Connection> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return {
    send: async (request) => exchange(socket, request),
    close: () => {
      socket.destroy();
    },
  };
}

async function exchange(socket: Socket, request: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let expected: number | undefined;
    let head: Head | undefined;
    const finish = (): void => {
      socket.off('data', onData).off('error', onEnd).off('close', onEnd);
    };
    const onEnd = (error?: unknown): void => {
      finish();
      reject(error instanceof Error ? error : new Error('The server closed the connection.'));
    };
    const onData = (chunk: Buffer): void => {
      chunks.push(chunk);
      size += chunk.length;
      if (head === undefined) {
        const whole = Buffer.concat(chunks);
        head = readHead(whole);
        if (head?.length !== undefined) expected = head.bytes + head.length;
      }
      if (head === undefined) return;
      if (expected === undefined ? endsChunked(chunks) : size >= expected) {
        finish();
        resolve({ status: head.status, body: Buffer.concat(chunks).subarray(head.bytes) });
      }
    };
    socket.on('data', onData).once('error', onEnd).once('close', onEnd);
    socket.write(request);
  });
}

interface Head {
  readonly status: number;
  /** Of the head itself. */
  readonly bytes: number;
  /** Of the body; absent when it comes in chunks. */
  readonly length?: number;
}

function readHead(received: Buffer): Head | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const text = received.subarray(0, end).toString('latin1');
  const status = Number(text.slice(9, 12));
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
  return { status, bytes: end + 4, ...(length === undefined ? {} : { length: Number(length) }) };
}

/** A chunked body stays as it came: nobody here reads it. */
function endsChunked(chunks: readonly Buffer[]): boolean {
  const last = chunks.at(-1);
  if (last === undefined) return false;
  const tail = last.length >= 5 ? last : Buffer.concat(chunks.slice(-3));
  return tail.subarray(-5).toString('latin1') === '0\r\n\r\n';
}
