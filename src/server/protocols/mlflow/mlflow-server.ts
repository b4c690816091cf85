import { refusedFamilies } from '#contract/mlflow/refused-families.ts';
import { readCaller } from '#server/http/caller.ts';
import { requireRole } from '#server/http/route.ts';
import type { Services } from '#server/services.ts';
import type { Answer, BoundRpc } from './bound-rpc.ts';
import { createCallTable, type FoundCall } from './call-table.ts';
import { type CallTarget, findWorkspace, readTarget, requireUnarchived } from './call-target.ts';
import { MlflowFailure, toFailureResponse } from './failure.ts';
import { plainAnswer } from './plain-answers.ts';
import { parseBody, parseExactBody } from './json-text.ts';
import { readBodyText, readQueryMessage, toMessage, withPathParams } from './request-body.ts';
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
      const { bound } = found;
      if (bound === undefined) throw wrongMethod(request.method, target.path);
      const text = request.method === 'GET' ? '' : await readBodyText(request);
      const read = async (parse: (source: string) => unknown) => {
        const raw = readMessage({ method: request.method, target, bound, params: found.params }, text, parse);
        return invoke(request, target, bound, raw);
      };
      return toResponse(
        bound,
        await read(parseBody).catch(async (error: unknown) => {
          if (error instanceof RoundedInteger) return read(parseExactBody);
          throw error;
        }),
      );
    } catch (error) {
      return toFailureResponse(error);
    }
  }

  async function invoke(
    request: Request,
    target: CallTarget,
    bound: BoundRpc,
    raw: RawMessage,
  ): Promise<Answer> {
    const caller = readCaller(request, 'mlflow');
    const { rpc } = bound;
    if (bound.scope === 'server') {
      requireRole(rpc.who, caller, undefined);
      return bound.invoke(raw, { services, caller });
    }
    const workspace = await findWorkspace(services, request.headers, target.prefix);
    requireRole(rpc.who, caller, workspace.id);
    if (rpc.writes) requireUnarchived(workspace);
    return bound.invoke(raw, { services, caller, workspace });
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
  readonly method: string;
  readonly target: CallTarget;
  readonly bound: BoundRpc;
  readonly params: Readonly<Record<string, string>>;
}

function readMessage(
  { method, target, bound, params }: Incoming,
  text: string,
  parse: (source: string) => unknown,
): RawMessage {
  if (method === 'POST') return withPathParams(toMessage(text, parse), params);
  const query = readQueryMessage(bound.rpc.fields, target.search);
  return withPathParams(text === '' ? query : { ...query, ...toMessage(text, parse) }, params);
}

function toResponse({ rpc }: BoundRpc, answer: Answer): Response {
  const { status = 200 } = rpc;
  if (status === 204) return new Response(null, { status });
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return new Response(text, { status, headers: answerHeaders });
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
