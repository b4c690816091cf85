import { Problem, type ProblemCode } from '#contract/problem.ts';
import { reportUnexpected } from '#server/http/report-unexpected.ts';

/** MLflow's error codes that we answer, with their HTTP status. */
const statusOf = {
  INVALID_PARAMETER_VALUE: 400,
  BAD_REQUEST: 400,
  RESOURCE_ALREADY_EXISTS: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  RESOURCE_DOES_NOT_EXIST: 404,
  ENDPOINT_NOT_FOUND: 404,
  RESOURCE_CONFLICT: 409,
  REQUEST_LIMIT_EXCEEDED: 429,
  CANCELLED: 499,
  INTERNAL_ERROR: 500,
  INVALID_STATE: 500,
  NOT_IMPLEMENTED: 501,
  TEMPORARILY_UNAVAILABLE: 503,
  RESOURCE_EXHAUSTED: 507,
} as const;

export type MlflowCode = keyof typeof statusOf;

/** A failure in MLflow's own words, where a `Problem` would not say the same code or status. */
export class MlflowFailure extends Error {
  readonly code: MlflowCode;
  readonly status: number;

  constructor(code: MlflowCode, message: string, status: number = statusOf[code]) {
    super(message);
    this.name = 'MlflowFailure';
    this.code = code;
    this.status = status;
  }
}

/**
 * Where a status differs from the code's usual one, it is so that clients do not retry: they repeat 408, 429 and
 * most 5xx for minutes, but neither 413 nor 507.
 */
const ofProblem: Readonly<Record<ProblemCode, MlflowCode>> = {
  'invalid-input': 'INVALID_PARAMETER_VALUE',
  'not-signed-in': 'UNAUTHENTICATED',
  forbidden: 'PERMISSION_DENIED',
  'not-found': 'RESOURCE_DOES_NOT_EXIST',
  conflict: 'RESOURCE_CONFLICT',
  'already-exists': 'RESOURCE_ALREADY_EXISTS',
  gone: 'RESOURCE_DOES_NOT_EXIST',
  'too-large': 'BAD_REQUEST',
  'unsupported-media-type': 'BAD_REQUEST',
  'not-active': 'INVALID_PARAMETER_VALUE',
  'too-many-requests': 'REQUEST_LIMIT_EXCEEDED',
  cancelled: 'CANCELLED',
  internal: 'INTERNAL_ERROR',
  'not-implemented': 'NOT_IMPLEMENTED',
  'storage-full': 'RESOURCE_EXHAUSTED',
  unavailable: 'TEMPORARILY_UNAVAILABLE',
};

export function toFailure(error: unknown): MlflowFailure {
  if (error instanceof MlflowFailure) return error;
  if (error instanceof Problem) {
    const code = ofProblem[error.code];
    return new MlflowFailure(code, error.message, error.code === 'too-large' ? 413 : statusOf[code]);
  }
  reportUnexpected(error);
  return new MlflowFailure('INTERNAL_ERROR', 'Atelier failed to answer this. The server log tells why.');
}

/** Any failure as MLflow's error body. */
export function toFailureResponse(error: unknown): Response {
  const failure = toFailure(error);
  const body = JSON.stringify({ error_code: failure.code, message: failure.message });
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
  };
  if (failure.status === 401) headers['www-authenticate'] = 'Basic realm="mlflow", Bearer';
  return new Response(body, { status: failure.status, headers });
}
