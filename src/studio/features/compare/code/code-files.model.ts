import type { ComparedFile } from '#contract/comparison.ts';

const patch = /\.(patch|diff)$/i;
const codeEndings = /\.(py|ipynb|r|jl|sh|bash|js|ts|tsx|c|h|cc|cpp|cu|rs|go|java|scala|sql|dockerfile)$/i;
/** Files of settings are code by their name only: most of what ends so is a result. */
const settings =
  /(^|\/)(pyproject|setup|config|conf|settings|params|hydra|[\w-]*config)\.(toml|cfg|ini|ya?ml|json)$/i;
const codeFolder = /^(code|src|source|scripts?|lib|notebooks?|config|conf|git)\//i;

/** The files that a run was made from: patches of what was not committed first, then sources. */
export function codeFiles(files: readonly ComparedFile[]): readonly ComparedFile[] {
  const rank = (path: string): number => (patch.test(path) ? 0 : codeFolder.test(path) ? 1 : 2);
  return files
    .filter(({ path }) => isCode(path))
    .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
}

function isCode(path: string): boolean {
  if (patch.test(path) || codeFolder.test(path)) return true;
  const isCodeByName = codeEndings.test(path) || settings.test(path);
  return isCodeByName && !/(^|\/)(logs?|checkpoints?|data|model)\//i.test(path);
}

/** The page of a public host that shows what lies between two commits; absent where it is not known to have one. */
export function commitComparison(
  repository: string | undefined,
  from: string | undefined,
  to: string | undefined,
): string | undefined {
  const hash = /^[\da-f]{7,64}$/i;
  if (from === undefined || to === undefined || from === to || !hash.test(from) || !hash.test(to))
    return undefined;
  const [, host, path] =
    /^(?:https:\/\/(?:[^@/]*@)?|git@|ssh:\/\/git@)(github\.com|gitlab\.com)[:/]([\w.-]+(?:\/[\w.-]+)+)$/.exec(
      (repository ?? '').replace(/\/$/, '').replace(/\.git$/, ''),
    ) ?? [];
  if (host === undefined || path === undefined) return undefined;
  return `https://${host}/${path}/${host === 'gitlab.com' ? '-/' : ''}compare/${from}...${to}`;
}
