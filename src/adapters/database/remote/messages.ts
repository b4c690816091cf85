import type { ProblemCode, ProblemDetail } from '#contract/problem.ts';
import type { WriteContext } from '#server/ports/database.ts';

/** What a caller asks of a database in another thread: a definition by name, and its input. */
export type Call =
  | { readonly id: number; readonly kind: 'read'; readonly name: string; readonly input: unknown }
  | {
      readonly id: number;
      readonly kind: 'write';
      readonly name: string;
      readonly input: unknown;
      readonly context: WriteContext;
    };

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure };

/** An error as it crosses between threads, which would strip a class of its name and fields. */
export type Failure =
  | {
      readonly kind: 'problem';
      readonly code: ProblemCode;
      readonly message: string;
      readonly detail: ProblemDetail;
    }
  | { readonly kind: 'error'; readonly message: string; readonly stack: string | undefined };

export type ToThread =
  { readonly kind: 'calls'; readonly calls: readonly Call[] } | { readonly kind: 'close' };

export type FromThread =
  | { readonly kind: 'ready' }
  /** `last` closes a batch: the thread is ready for the next. */
  | { readonly kind: 'answers'; readonly answers: readonly Answer[]; readonly last: boolean }
  | { readonly kind: 'stopped'; readonly failure: Failure | undefined };

/** One end of a channel between two threads, of whatever make. */
export interface Link<Out, In> {
  /** Throws a DataCloneError where the message holds what cannot be cloned. */
  send(this: void, message: Out, transfer: readonly ArrayBuffer[]): void;
  receive(this: void, listener: (message: In) => void): void;
}
