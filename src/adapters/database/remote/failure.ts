import { Problem } from '#contract/problem.ts';
import type { Failure } from './messages.ts';

export function toFailure(error: unknown): Failure {
  if (error instanceof Problem) {
    return { kind: 'problem', code: error.code, message: error.message, detail: error.detail };
  }
  if (error instanceof Error) return { kind: 'error', message: error.message, stack: error.stack };
  return { kind: 'error', message: String(error), stack: undefined };
}

export function fromFailure(failure: Failure): Error {
  if (failure.kind === 'problem') return new Problem(failure.code, failure.message, failure.detail);
  const error = new Error(failure.message);
  if (failure.stack !== undefined) error.stack = failure.stack;
  return error;
}
