import { refusedFamilies } from '#contract/mlflow/refused-families.ts';
import { readCaller } from '#server/http/caller.ts';
import { requireRole } from '#server/http/route.ts';
import type { Services } from '#server/services.ts';
import type { Answer, BoundRpc, MlflowCall, ReadUsual } from './bound-rpc.ts';
import { createCallTable, type FoundCall } from './call-table.ts';
import { type CallTarget, findWorkspace, readTarget, requireUnarchived } from './call-target.ts';
import { MlflowFailure, toFailureResponse } from './failure.ts';
import { plainAnswer } from './plain-answers.ts';
import { parseBody, parseExactBody } from './json-text.ts';
import {
  readBodyBytes,
  readBodyText,
  readQueryMessage,
  toMessage,
  toText,
  withPathParams,
} from './request-body.ts';
import { type RawMessage, RoundedInteger } from './request-fields.ts';

export interface MlflowServer {
  /** Answers one of MLflow's calls, or `undefined` where the path is none of them. */
  serve(this: void, request: Request): Promise<Response> | undefined;
  /** What to answer to a path of MLflow's that nobody serves; `undefined` for any other path. */
  refuse(this: void, request: Request): Response | undefined;
  /** A failure in MLflow's words where the path is one of MLflow's. */
  fail(this: void, request: Request, error: unknown): Response | undefined;
}

const answerHeaders = { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' };

export function createMlflowServer(services: Services, calls: readonly BoundRpc[]): MlflowServer {
  const find = createCallTable(calls);

  async function answer(request: Request, target: CallTarget, found: FoundCall): Promise<Response> {
    try {
      const { bound, params } = found;
      if (bound === undefined) throw wrongMethod(request.method, target.path);
      const incoming = { request, target, bound, params };
      if (bound.scope === 'workspace' && bound.readUsual !== undefined)
        return toResponse(bound, await answerUsual(incoming, bound.readUsual));
      const text = request.method === 'GET' ? '' : await readBodyText(request);
      return toResponse(bound, await answerText(incoming, text));
    } catch (error) {
      return toFailureResponse(error);
    }
  }

  async function answerUsual(incoming: Incoming, readUsual: ReadUsual): Promise<Answer> {
    const bytes = await readBodyBytes(incoming.request);
    const act = readUsual(bytes);
    return act === undefined ? answerText(incoming, toText(bytes)) : act(await enter(incoming));
  }

  async function answerText(incoming: Incoming, text: string): Promise<Answer> {
    const read = async (parse: (source: string) => unknown) =>
      invoke(incoming, readMessage(incoming, text, parse));
    return read(parseBody).catch(async (error: unknown) => {
      if (error instanceof RoundedInteger) return read(parseExactBody);
      throw error;
    });
  }

  async function invoke(incoming: Incoming, raw: RawMessage): Promise<Answer> {
    const { request, bound } = incoming;
    if (bound.scope === 'workspace') return bound.invoke(raw, await enter(incoming));
    const caller = readCaller(request, 'mlflow');
    requireRole(bound.rpc.who, caller, undefined);
    return bound.invoke(raw, { services, caller });
  }

  /** The workspace that a call is about, once its caller may do there what the call does. */
  async function enter({ request, target, bound }: Incoming): Promise<MlflowCall> {
    const { rpc } = bound;
    const caller = readCaller(request, 'mlflow');
    const workspace = await findWorkspace(services, request.headers, target.prefix);
    requireRole(rpc.who, caller, workspace.id);
    if (rpc.writes) requireUnarchived(workspace);
    return { services, caller, workspace };
  }

  return {
    serve(request) {
      const target = readTarget(request.url);
      const path = callPath(target.path);
      if (path === undefined) {
        const plain = plainAnswer(request.method, target.path, services.ports.settings.version);
        return plain === undefined ? undefined : Promise.resolve(plain);
      }
      const found = find(request.method, path);
      return found === undefined ? undefined : answer(request, target, found);
    },
    refuse(request) {
      const target = readTarget(request.url);
      return isMlflowPath(target) ? toFailureResponse(refusal(request.method, target.path)) : undefined;
    },
    fail(request, error) {
      return isMlflowPath(readTarget(request.url)) ? toFailureResponse(error) : undefined;
    },
  };
}

interface Incoming {
  readonly request: Request;
  readonly target: CallTarget;
  readonly bound: BoundRpc;
  readonly params: Readonly<Record<string, string>>;
}

function readMessage(
  { request, target, bound, params }: Incoming,
  text: string,
  parse: (source: string) => unknown,
): RawMessage {
  if (request.method === 'POST') return withPathParams(toMessage(text, parse), params);
  const query = readQueryMessage(bound.rpc.fields, target.search);
  return withPathParams(text === '' ? query : { ...query, ...toMessage(text, parse) }, params);
}

function toResponse({ rpc }: BoundRpc, answer: Answer): Response {
  const { status = 200 } = rpc;
  if (status === 204) return new Response(null, { status });
  return new Response(toBody(answer), { status, headers: answerHeaders });
}

function toBody(answer: Answer): string | Uint8Array<ArrayBuffer> {
  return typeof answer === 'string' || isBytes(answer) ? answer : JSON.stringify(answer);
}

function isBytes(answer: object): answer is Uint8Array<ArrayBuffer> {
  return answer instanceof Uint8Array;
}

const callPrefix = /^\/(?:ajax-)?api\/[23]\.0\/mlflow(?=\/)/;

/** What follows `/api/<major>/mlflow`. Both prefixes and both majors mean the same. */
function callPath(path: string): string | undefined {
  const prefix = callPrefix.exec(path)?.[0];
  return prefix === undefined ? undefined : path.slice(prefix.length);
}

function isMlflowPath({ prefix, path }: CallTarget): boolean {
  return (
    prefix !== undefined || /^\/(?:ajax-api\/|api\/\d|v1\/|get-artifact|model-versions\/|graphql$)/.test(path)
  );
}

function refusal(method: string, path: string): MlflowFailure {
  const [first = ''] = (callPath(path) ?? path).slice(1).split('/', 1);
  const family = refusedFamilies.find(({ starts }) => starts.includes(first));
  if (family !== undefined) {
    return new MlflowFailure(
      'NOT_IMPLEMENTED',
      `${family.what} (${method} ${path.slice(0, 200)}) is not part of this version of Atelier.`,
    );
  }
  return new MlflowFailure('ENDPOINT_NOT_FOUND', `Atelier has no call ${method} ${path.slice(0, 200)}.`);
}

function wrongMethod(method: string, path: string): MlflowFailure {
  return new MlflowFailure('BAD_REQUEST', `The call ${path} does not answer to ${method}.`, 405);
}
