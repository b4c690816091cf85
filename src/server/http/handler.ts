import type { AnswerOf, Operation, OperationShape, ParsedOf } from '#contract/operation.ts';
import type { Services } from '../services.ts';
import type { Caller } from './caller.ts';
import type { WorkspaceScope } from './workspace-scope.ts';

/** What a handler may use besides its parsed input. */
export interface CallContext {
  readonly services: Services;
  readonly caller: Caller;
  readonly request: Request;
  /** Present when the operation's path names a workspace; the caller's role there has been checked. */
  readonly workspace: WorkspaceScope | undefined;
}

/** A handler answers the operation's JSON, or a `Response` where the operation streams. */
export type Handle<S extends OperationShape> = (
  input: ParsedOf<S>,
  context: CallContext,
) => Promise<AnswerOf<S> | Response>;

/** An operation bound to its code; made by `handle`, collected in `server/handlers.ts`. */
export interface Handler {
  readonly operation: Operation;
  readonly invoke: (input: unknown, context: CallContext) => Promise<unknown>;
}

export function handle<S extends OperationShape>(operation: Operation<S>, handler: Handle<S>): Handler {
  return {
    operation,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the route parses by this very operation's schemas
    invoke: (input, context) => handler(input as ParsedOf<S>, context),
  };
}

/** The workspace the path names. For handlers of operations whose path has `{workspace}`. */
export function workspaceOf(context: CallContext): WorkspaceScope {
  if (context.workspace === undefined) throw new Error('This operation names no workspace in its path.');
  return context.workspace;
}
