import { compareArtifacts, readArtifactTexts } from '#contract/comparison.ts';
import { Problem } from '#contract/problem.ts';
import { checkArtifactPath } from '#domain/artifact-path.ts';
import { handle, type Handler, workspaceOf } from '#server/http/handler.ts';

export const comparisonHandlers: readonly Handler[] = [
  handle(compareArtifacts, async ({ body }, context) =>
    context.services.comparison.files(workspaceOf(context), body),
  ),

  handle(readArtifactTexts, async ({ body }, context) =>
    context.services.comparison.texts(workspaceOf(context), { ...body, paths: body.paths.map(check) }),
  ),
];

function check(text: string): string {
  const path = checkArtifactPath(text);
  if (path === undefined) throw new Problem('invalid-input', 'Invalid path', { path: text });
  return path;
}
