import { viewType } from '#domain/artifact-type.ts';

export type ViewerKind = 'image' | 'page' | 'table' | 'markdown' | 'text';

/** How a file is shown. What the name does not tell is tried as text. */
export function viewerOf(path: string): ViewerKind {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'csv' || ending === 'tsv') return 'table';
  if (ending === 'md') return 'markdown';
  const view = viewType(path);
  if (view?.page === true) return 'page';
  return view?.type.startsWith('image/') === true ? 'image' : 'text';
}

/** The folders that lead to a file, outermost first: `a/b/c.txt` lies in `a` and `a/b`. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The file that tells most at first sight: what to read, why it failed, else the first; `undefined` where all are folders. */
export function firstToShow(
  entries: readonly { readonly path: string; readonly isDirectory: boolean }[],
): string | undefined {
  const files = entries.filter((entry) => !entry.isDirectory).map(({ path }) => path);
  return (
    files.find((path) => /^readme(\.|$)/i.test(fileName(path))) ??
    files.find((path) => /traceback|error/i.test(fileName(path))) ??
    files[0]
  );
}
