import type { Operation, Who } from '#contract/operation.ts';
import { changesWorkspace, roles } from '#contract/operation.ts';
import { Problem } from '#contract/problem.ts';
import { problemMediaType, toProblemBody } from '#contract/reply.ts';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { type Caller, readCaller } from './caller.ts';
import type { CallContext, Handler } from './handler.ts';
import type { WorkspaceScope } from './workspace-scope.ts';
import { reportUnexpected } from './report-unexpected.ts';
import { readJsonBody } from './body.ts';

/** Serves one call of one operation: caller, permission, input by schema, handler, answer by schema. */
export async function serveOperation(
  handler: Handler,
  services: Services,
  request: Request,
  pathParams: Readonly<Record<string, string>>,
): Promise<Response> {
  const { operation } = handler;
  try {
    const caller = readCaller(request, 'studio');
    const params = parsePart(operation.params, pathParams, 'path');
    const workspace =
      pathParams['workspace'] === undefined
        ? undefined
        : await services.workspaces.bySlug(pathParams['workspace']);
    requireRole(operation.who, caller, workspace?.id);
    requireUnarchived(operation, workspace);
    const query = parsePart(operation.query, readQuery(new URL(request.url).searchParams), 'query');
    const body =
      operation.body === undefined
        ? undefined
        : parsePart(operation.body, await readJsonBody(request), 'body');
    const context: CallContext = { services, caller, request, workspace };
    const answer = await handler.invoke({ params, query, body }, context);
    return answer instanceof Response ? answer : Response.json(checkAnswer(operation, answer));
  } catch (error) {
    return toProblemResponse(error);
  }
}

/** Any failure as `application/problem+json`. What was not expected is logged and told without its inside. */
export function toProblemResponse(error: unknown): Response {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('internal', 'Atelier failed to answer this. The server log tells why.');
  if (problem !== error) reportUnexpected(error);
  return new Response(JSON.stringify(toProblemBody(problem)), {
    status: problem.status,
    // Browsers keep a 410 for ever unless told not to; what is in the trash may come back.
    headers: { 'content-type': problemMediaType, 'cache-control': 'no-store' },
  });
}

/** Refuses the call unless the caller has at least the role that the operation declares. */
export function requireRole(who: Who, caller: Caller, workspaceId: number | undefined): void {
  if (who === 'anyone' || who === 'person') return;
  const role = workspaceId === undefined ? undefined : caller.roleIn(workspaceId);
  if (role !== undefined && roles.indexOf(role) >= roles.indexOf(who)) return;
  throw new Problem('forbidden', `This needs the role ${who} in the workspace.`, {
    needed: who,
    role: role ?? null,
  });
}

/** Refuses what would change an archived workspace. */
function requireUnarchived(operation: Operation, workspace: WorkspaceScope | undefined): void {
  if (workspace === undefined || workspace.archivedAtMs === null || !changesWorkspace(operation)) return;
  throw new Problem(
    'conflict',
    `The workspace "${workspace.slug}" is archived: it can be read, not changed. Take it out of the archive first.`,
    { workspace: workspace.slug },
  );
}

function parsePart(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') ?? '';
  const place = field === '' ? `the ${where}` : `"${field}" in the ${where}`;
  throw new Problem(
    'invalid-input',
    `Something is wrong with ${place}: ${issue?.message ?? 'not as expected'}`,
    {
      where,
      field,
      problems: result.error.issues.map((each) => `${each.path.join('.')}: ${each.message}`),
    },
  );
}

/** Repeated keys become lists. */
function readQuery(search: URLSearchParams): Record<string, string | string[]> {
  const entries = [...new Set(search.keys())].map((key) => {
    const values = search.getAll(key);
    return [key, values.length === 1 ? (values[0] ?? '') : values] as const;
  });
  return Object.fromEntries(entries);
}

function checkAnswer(operation: Operation, answer: unknown): unknown {
  if (operation.answer === undefined) return {};
  return z.encode(operation.answer, answer);
}
