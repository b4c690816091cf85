import { workspaceSlug } from '#contract/workspaces.ts';

/** What is wrong with a slug, in a sentence; `undefined` when nothing is. */
export function slugProblem(slug: string, taken: readonly string[]): string | undefined {
  const result = workspaceSlug.safeParse(slug);
  if (!result.success) return result.error.issues[0]?.message ?? 'Not a workspace name.';
  return taken.includes(slug) ? 'A workspace with this name in its address exists already.' : undefined;
}
