import type { Fields } from '#contract/mlflow/rpc.ts';
import { readBytes, untilBrokenOff } from '#server/http/body.ts';
import { decodePart } from './call-target.ts';
import { MlflowFailure } from './failure.ts';
import { parseBody } from './json-text.ts';
import { isMessage, type RawMessage } from './request-fields.ts';

/** The most that the body of a call may hold: many times what the largest legal log-batch needs. */
const maxBodyBytes = 16 * 1024 * 1024;

/** The text of a request's body. */
export async function readBodyText(request: Request): Promise<string> {
  if (!isAnnounced(request)) return toText(await readBytes(request, maxBodyBytes));
  return untilBrokenOff(request.text());
}

/** The bytes of a request's body. */
export async function readBodyBytes(request: Request): Promise<Uint8Array> {
  if (!isAnnounced(request)) return readBytes(request, maxBodyBytes);
  return new Uint8Array(await untilBrokenOff(request.arrayBuffer()));
}

export function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The message that a body holds. What is no JSON object counts as an empty one, as in MLflow. */
export function toMessage(text: string, parse: (source: string) => unknown): RawMessage {
  const value = parse(text);
  // Some old clients send a JSON text that holds JSON.
  const message = typeof value === 'string' ? parse(value) : value;
  return isMessage(message) ? message : {};
}

/** The message that a request's body holds. */
export async function readBodyMessage(request: Request): Promise<RawMessage> {
  return toMessage(await readBodyText(request), parseBody);
}

/** Checks type and size of a body; whether its size was announced, so that the transport holds the sender to it. */
function isAnnounced({ method, headers }: Request): boolean {
  if (method === 'POST' || method === 'PUT') checkContentType(headers.get('content-type'));
  const announced = headers.get('content-length');
  if (announced === null) return false;
  const bytes = Number(announced);
  if (bytes <= maxBodyBytes) return true;
  throw new MlflowFailure(
    'BAD_REQUEST',
    `The request body has ${bytes} bytes, which is more than the ${maxBodyBytes} that a call may have. Send less at once.`,
    413,
  );
}

function checkContentType(type: string | null): void {
  if (type === null) throw new MlflowFailure('BAD_REQUEST', 'Bad Request. Content-Type header is missing.');
  if (type === 'application/json' || /^\s*application\/json\s*(?:;|$)/i.test(type)) return;
  throw new MlflowFailure('BAD_REQUEST', "Bad Request. Content-Type must be one of ['application/json'].");
}

/** A query string as a message. Parameters of list fields may repeat; of others the first counts. */
export function readQueryMessage(fields: Fields, search: string): RawMessage {
  if (search === '') return {};
  const found: Record<string, unknown> = {};
  const query = new URLSearchParams(search);
  for (const key of new Set(query.keys())) {
    const values = query.getAll(key);
    Object.defineProperty(found, key, { value: isList(fields, key) ? values : values[0], enumerable: true });
  }
  return found;
}

function isList(fields: Fields, key: string): boolean {
  const name = key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return (Object.hasOwn(fields, name) ? fields[name]?.kind : undefined) === 'texts';
}

/** Adds the parameters of the path, which win over repeats in the body. */
export function withPathParams(raw: RawMessage, params: Readonly<Record<string, string>>): RawMessage {
  const decoded = Object.entries(params).map(([name, part]) => [name, decodePart(part)] as const);
  return decoded.length === 0 ? raw : { ...raw, ...Object.fromEntries(decoded) };
}
