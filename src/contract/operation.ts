import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/** What a person may do in a workspace, weakest first. `labeler` sees labeling work only. */
export const roles = ['labeler', 'reader', 'editor', 'owner'] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call an operation. A role means: at least that role in the workspace the path names.
 * `person` means any known person, `anyone` needs nobody. There is no default: an operation must say.
 */
export type Who = 'anyone' | 'person' | Role;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface OperationShape {
  readonly method: Method;
  /** Path with `{name}` parameters, each of which is a key of `params`. */
  readonly path: `/${string}`;
  /** One line for the reference. */
  readonly summary: string;
  readonly who: Who;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** JSON answer; for `kind: 'events'` the schema of one event's data; for `bytes` omitted. */
  readonly answer?: z.ZodType;
  readonly kind?: 'json' | 'events' | 'bytes';
  /** Set where a method other than GET changes nothing: the question is too long for an address. */
  readonly reads?: true;
  /** Set where an archived workspace, too, may be changed by it. */
  readonly inArchive?: true;
  /** Problems a caller should expect besides invalid-input and forbidden. */
  readonly problems?: readonly ProblemCode[];
}

export type Operation<S extends OperationShape = OperationShape> = S & { readonly id: string };

/** Declares an operation of Atelier's own API. `id` is `resource.verb` and is also its query key. */
export function operation<const S extends OperationShape>(id: string, shape: S): Operation<S> {
  return { ...shape, id };
}

/** Whether a call changes what the workspace in its path holds, and is therefore refused in an archived one. */
export function changesWorkspace({ method, path, reads, inArchive }: OperationShape): boolean {
  return method !== 'GET' && path.includes('{workspace}') && reads !== true && inArchive !== true;
}

type Part<S, K extends string, T> = S extends { readonly [P in K]: infer Z extends z.ZodType }
  ? { readonly [P in K]: T extends 'in' ? z.input<Z> : z.output<Z> }
  : { readonly [P in K]?: undefined };

/** What a caller hands to the client. */
export type InputOf<S> = Part<S, 'params', 'in'> & Part<S, 'query', 'in'> & Part<S, 'body', 'in'>;
/** What the server's handler receives, parsed. */
export type ParsedOf<S> = Part<S, 'params', 'out'> & Part<S, 'query', 'out'> & Part<S, 'body', 'out'>;
export type AnswerOf<S> = S extends { readonly answer: infer Z extends z.ZodType } ? z.output<Z> : undefined;
