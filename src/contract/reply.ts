import { z } from 'zod';
import { isProblemCode, Problem, type ProblemDetail } from './problem.ts';

/** RFC 9457 body of a failed call. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** The message for people. */
  detail: z.string(),
  code: z.string(),
  /** The same facts for machines. */
  facts: z.record(z.string(), z.unknown()).optional(),
});

export const problemMediaType = 'application/problem+json';

export function toProblemBody(problem: Problem): z.output<typeof problemBody> {
  return {
    type: `urn:atelier:problem:${problem.code}`,
    title: problem.code.replaceAll('-', ' '),
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    facts: problem.detail,
  };
}

/** Turns any failed answer back into a `Problem`; an answer that is not ours becomes `unavailable`. */
export function parseProblem(status: number, text: string): Problem {
  try {
    const body = problemBody.parse(JSON.parse(text));
    const code = isProblemCode(body.code) ? body.code : 'internal';
    return new Problem(code, body.detail, toScalars(body.facts ?? {}));
  } catch {
    return new Problem(
      'unavailable',
      `The server answered ${status} with something that is not a problem report.`,
      {
        status,
      },
    );
  }
}

function toScalars(detail: Record<string, unknown>): ProblemDetail {
  const entries = Object.entries(detail).map(([key, value]) => [key, toScalar(value)] as const);
  return Object.fromEntries(entries);
}

function toScalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}
