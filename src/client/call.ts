import type { AnswerOf, InputOf, Operation, OperationShape } from '#contract/operation.ts';
import { Problem } from '#contract/problem.ts';
import { parseProblem } from '#contract/reply.ts';

export interface ClientOptions {
  /** Where the API lives, without a trailing slash: empty for the page's own origin. */
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

export interface Client {
  /** Calls an operation. Rejects with a `Problem`, whatever went wrong. */
  call<S extends OperationShape>(
    this: void,
    operation: Operation<S>,
    input: InputOf<S>,
    signal?: AbortSignal,
  ): Promise<AnswerOf<S>>;
  /** Calls an operation of kind `bytes` and hands over what it answered. Rejects with a `Problem`. */
  bytes<S extends OperationShape>(
    this: void,
    operation: Operation<S>,
    input: InputOf<S>,
    signal?: AbortSignal,
  ): Promise<Uint8Array>;
  /** The address of an operation, for links, downloads and event streams. */
  url<S extends OperationShape>(this: void, operation: Operation<S>, input: InputOf<S>): string;
}

type QueryScalar = string | number | boolean;
type QueryValue = QueryScalar | readonly QueryScalar[] | null | undefined;

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
}

export function createClient(options: ClientOptions): Client {
  function url(operation: Operation, input: LooseInput): string {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(String(input.params?.[name])),
    );
    const search = toSearch(input.query ?? {});
    return `${options.baseUrl}${path}${search === '' ? '' : `?${search}`}`;
  }

  async function answer(operation: Operation, input: LooseInput, signal?: AbortSignal): Promise<Response> {
    const request = new Request(absolute(url(operation, input)), {
      method: operation.method,
      ...(input.body === undefined
        ? {}
        : { body: JSON.stringify(input.body), headers: { 'content-type': 'application/json' } }),
      ...(signal === undefined ? {} : { signal }),
    });
    const response = await send(options, request);
    if (!response.ok) throw parseProblem(response.status, await response.text());
    return response;
  }

  async function call(operation: Operation, input: LooseInput, signal?: AbortSignal): Promise<unknown> {
    const text = await (await answer(operation, input, signal)).text();
    return operation.answer === undefined ? undefined : operation.answer.parse(JSON.parse(text));
  }

  async function bytes(operation: Operation, input: LooseInput, signal?: AbortSignal): Promise<Uint8Array> {
    return new Uint8Array(await (await answer(operation, input, signal)).arrayBuffer());
  }

  // The functions above treat every operation alike; the interface gives each call its own types back.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return { call, bytes, url } as unknown as Client;
}

async function send(options: ClientOptions, request: Request): Promise<Response> {
  try {
    return await options.fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem('unavailable', 'Atelier cannot be reached. Check that it is running, then try again.');
  }
}

function absolute(url: string): string {
  return url.startsWith('/') ? new URL(url, globalThis.location.origin).href : url;
}

function toSearch(query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    const values = typeof value === 'object' && value !== null ? value : [value];
    for (const each of values) if (each !== undefined && each !== null) search.append(key, String(each));
  }
  return search.toString();
}
