import { workspaceSlug } from '#contract/workspaces.ts';

const longest = 63;

/** A name as it may stand in an address: "Vision Team (EU)" gives "vision-team-eu". Empty when nothing is left of it. */
export function toSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
}

/** What is wrong with a slug, in a sentence; `undefined` when nothing is. */
export function slugProblem(slug: string, taken: readonly string[]): string | undefined {
  const result = workspaceSlug.safeParse(slug);
  if (!result.success) return result.error.issues[0]?.message ?? 'Not a workspace name.';
  return taken.includes(slug) ? 'A workspace with this name in its address exists already.' : undefined;
}
