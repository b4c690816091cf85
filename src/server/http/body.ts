import { Problem } from '#contract/problem.ts';

/** The most that a JSON body of Atelier's own API may hold. */
const maxJsonBytes = 4 * 1024 * 1024;

/** Reads a JSON body of at most `limit` bytes. An empty body is `{}`. */
export async function readJsonBody(request: Request, limit = maxJsonBytes): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== undefined && type !== '' && type !== 'application/json') {
    throw new Problem('unsupported-media-type', `Send application/json, not ${type}.`, { type });
  }
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), checkMember) as unknown;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('invalid-input', 'The body is not valid JSON in UTF-8.');
  }
}

/** Refuses what would not come back as it was sent: a name that schemas drop, and halves of characters. */
function checkMember(name: string, value: unknown): unknown {
  if (name === '__proto__') {
    throw new Problem('invalid-input', 'The name "__proto__" cannot be used. Choose another one.');
  }
  if (!name.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) {
    throw new Problem(
      'invalid-input',
      `The text in "${name.toWellFormed()}" holds half a character (a lone surrogate), which cannot be stored.`,
    );
  }
  return value;
}

/** Reads a whole body, refusing one of more than `limit` bytes before it is in memory. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) throw tooLarge(limit);
  if (request.body === null) return new Uint8Array();
  // An announced length that the transport holds the sender to needs no counting of our own.
  if (announced > 0) return new Uint8Array(await untilBrokenOff(request.arrayBuffer()));
  return untilBrokenOff(collect(request.body, limit));
}

async function collect(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** A body that stops coming is its sender's doing: told as `cancelled`, and nothing for the server's log. */
export async function untilBrokenOff<T>(received: Promise<T>): Promise<T> {
  try {
    return await received;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('cancelled', 'The request was broken off by its sender.');
  }
}

function tooLarge(limit: number): Problem {
  return new Problem('too-large', `The body is larger than ${limit} bytes.`, { limit });
}
