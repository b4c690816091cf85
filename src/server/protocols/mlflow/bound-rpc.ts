import type { Fields, RequestOf, Rpc } from '#contract/mlflow/rpc.ts';
import type { Caller } from '#server/http/caller.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { Services } from '#server/services.ts';
import { type RawMessage, readFields } from './request-fields.ts';

/** What a call has besides its request. */
export interface ServerCall {
  readonly services: Services;
  readonly caller: Caller;
}

/** A call about a workspace; the caller's role there has been checked. */
export interface MlflowCall extends ServerCall {
  readonly workspace: WorkspaceScope;
}

/** An answer: a message to be written as JSON, or JSON already written. */
export type Answer = string | object;

/** What a call does once its caller may. */
export type Act = (call: MlflowCall) => Promise<Answer>;

export type ReadUsual = (body: Uint8Array) => Act | undefined;

/** A row of the table bound to its code. */
export type BoundRpc =
  | {
      readonly scope: 'workspace';
      readonly rpc: Rpc;
      readonly invoke: (raw: RawMessage, call: MlflowCall) => Promise<Answer>;
      /**
       * Reads the usual body straight from its bytes, where that is worth the while: what is then to be done, or
       * `undefined` where the body is for `invoke`.
       */
      readonly readUsual?: ReadUsual;
    }
  | {
      readonly scope: 'server';
      readonly rpc: Rpc;
      readonly invoke: (raw: RawMessage, call: ServerCall) => Promise<Answer>;
    };

/** Binds a call about a workspace; its request is read by the row's fields. */
export function bind<F extends Fields>(
  rpc: Rpc<F>,
  handler: (input: RequestOf<F>, call: MlflowCall) => Promise<Answer>,
): BoundRpc {
  return {
    scope: 'workspace',
    rpc,
    invoke: async (raw, call) => handler(readFields(rpc.fields, raw), call),
  };
}

/** Binds a call that reads its request by itself: for those that must be fast. */
export function bindRaw(
  rpc: Rpc,
  handler: (raw: RawMessage, call: MlflowCall) => Promise<Answer>,
  readUsual?: ReadUsual,
): BoundRpc {
  const bound = { scope: 'workspace', rpc, invoke: handler } as const;
  return readUsual === undefined ? bound : { ...bound, readUsual };
}

/** Binds a call about all workspaces. */
export function bindServer<F extends Fields>(
  rpc: Rpc<F>,
  handler: (input: RequestOf<F>, call: ServerCall) => Promise<Answer>,
): BoundRpc {
  return { scope: 'server', rpc, invoke: async (raw, call) => handler(readFields(rpc.fields, raw), call) };
}
