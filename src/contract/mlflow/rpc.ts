import type { Method, Who } from '#contract/operation.ts';

/**
 * MLflow's REST API as a table: one row a call, from which the server answers and the reference is printed.
 * Requests are protobuf messages in JSON; a row lists their fields with MLflow's own names.
 */

interface Presence {
  /** Absent, `null` and `""` are refused. */
  readonly required?: boolean;
  /** Another name under which old clients send the field. */
  readonly alias?: string;
}

export type Field = Presence &
  (
    | { readonly kind: 'text' }
    /** A 64-bit integer, also as a decimal string. Beyond 2^53 it is a `bigint`. */
    | { readonly kind: 'int64' }
    /** A double, also as a decimal string, a boolean or one of `NaN`, `Infinity`, `-Infinity`. */
    | { readonly kind: 'double' }
    | { readonly kind: 'flag' }
    /** One of `words`, by name or by its number (from 1). Any other name counts as absent, as in protobuf. */
    | { readonly kind: 'choice'; readonly words: readonly string[] }
    | { readonly kind: 'texts' }
    | { readonly kind: 'message'; readonly fields: Fields }
    | { readonly kind: 'messages'; readonly fields: Fields }
  );

export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F> = F extends { readonly kind: 'text' | 'choice' }
  ? string
  : F extends { readonly kind: 'int64' }
    ? number | bigint
    : F extends { readonly kind: 'double' }
      ? number
      : F extends { readonly kind: 'flag' }
        ? boolean
        : F extends { readonly kind: 'texts' }
          ? readonly string[]
          : F extends { readonly kind: 'message'; readonly fields: infer M }
            ? RequestOf<M>
            : F extends { readonly kind: 'messages'; readonly fields: infer M }
              ? readonly RequestOf<M>[]
              : never;

type IsThere<F> = F extends { readonly required: true } | { readonly kind: 'texts' | 'messages' }
  ? true
  : false;

/** A request as its handler receives it: lists are never absent, what is required is there. */
export type RequestOf<Fs> = {
  readonly [K in keyof Fs]: IsThere<Fs[K]> extends true ? ValueOf<Fs[K]> : ValueOf<Fs[K]> | undefined;
};

export interface RpcShape<F extends Fields = Fields> {
  readonly methods: readonly Method[];
  /** Below `/api/<major>/mlflow`, with `{name}` for parameters. */
  readonly path: `/${string}`;
  /** The major that MLflow serves it under. Both are answered. */
  readonly major: '2.0' | '3.0';
  readonly summary: string;
  readonly who: Who;
  readonly fields: F;
  /** Changes something, and is therefore refused in an archived workspace. */
  readonly writes: boolean;
  readonly status?: 200 | 201 | 204;
  /** Whether the call is about a workspace (default) or about all of them. */
  readonly scope?: 'workspace' | 'server';
}

export interface Rpc<F extends Fields = Fields> extends RpcShape<F> {
  readonly id: string;
}

type Details<F extends Fields> = Omit<RpcShape<F>, 'methods' | 'path' | 'major' | 'summary' | 'writes'> & {
  readonly major?: '3.0';
};

function row<const F extends Fields>(
  methods: readonly Method[],
  writes: boolean,
): (path: `/${string}`, summary: string, details: Details<F>) => Rpc<F> {
  return (path, summary, details) => ({
    ...details,
    id: `mlflow.${path.slice(1).replaceAll('/', '.')}.${methods[0]?.toLowerCase() ?? ''}`,
    methods,
    path,
    major: details.major ?? '2.0',
    summary,
    writes,
  });
}

/** A call that changes something. */
export function change<const F extends Fields>(
  method: Exclude<Method, 'GET'>,
  path: `/${string}`,
  summary: string,
  details: Details<F>,
): Rpc<F> {
  return row<F>([method], true)(path, summary, details);
}

/** A call that only reads, by GET, by POST or by both. */
export function read<const F extends Fields>(
  methods: readonly ('GET' | 'POST')[],
  path: `/${string}`,
  summary: string,
  details: Details<F>,
): Rpc<F> {
  return row<F>(methods, false)(path, summary, details);
}

export const text = { kind: 'text' } as const;
export const needText = { kind: 'text', required: true } as const;
export const int64 = { kind: 'int64' } as const;
export const flag = { kind: 'flag' } as const;
export const texts = { kind: 'texts' } as const;

export function messages<const F extends Fields>(
  fields: F,
): { readonly kind: 'messages'; readonly fields: F } {
  return { kind: 'messages', fields };
}

/** A list of `{key, value}`: tags and parameters. */
export const pairs = messages({ key: needText, value: text });

/** The run a call is about. Old clients say `run_uuid`. */
export const runId = { kind: 'text', required: true, alias: 'run_uuid' } as const;

export const viewType = { kind: 'choice', words: ['ACTIVE_ONLY', 'DELETED_ONLY', 'ALL'] } as const;
