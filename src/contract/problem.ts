/**
 * Expected failures, one class for all of Atelier. The HTTP edge turns a `Problem` into an RFC 9457
 * `application/problem+json` answer (or a foreign protocol's own error shape); the client turns it back.
 */

/** Every code a caller may meet, with the HTTP status it travels under. */
export const problemStatus = {
  'invalid-input': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'already-exists': 409,
  gone: 410,
  'too-large': 413,
  'unsupported-media-type': 415,
  'not-active': 409,
  'too-many-requests': 429,
  cancelled: 499,
  internal: 500,
  'not-implemented': 501,
  'storage-full': 507,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Where and what, for machines: a field's path, a line, a limit. Values are JSON scalars or lists of them. */
export type ProblemDetail = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;

  /**
   * @param code one of the closed list above
   * @param message what was wrong, where, what was expected, and what to do; shown to people as it stands
   * @param detail the same facts for machines
   */
  constructor(code: ProblemCode, message: string, detail: ProblemDetail = {}) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return problemStatus[this.code];
  }
}

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(problemStatus, value);
}
