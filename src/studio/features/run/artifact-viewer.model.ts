import { viewType } from '#domain/artifact-type.ts';

/** Read as text, whatever they become on screen. */
const textKinds = {
  csv: 'table',
  tsv: 'table',
  md: 'markdown',
  markdown: 'markdown',
  json: 'json',
  mlmodel: 'model',
} as const;

/** Read by programs that know the format. */
const otherKinds = {
  ipynb: 'notebook',
  parquet: 'parquet',
  pq: 'parquet',
  onnx: 'onnx',
  pdf: 'pdf',
} as const;

export type TextKind = (typeof textKinds)[keyof typeof textKinds] | 'text';
export type ViewerKind =
  TextKind | (typeof otherKinds)[keyof typeof otherKinds] | 'image' | 'audio' | 'video' | 'page';

/** How a file is shown. What the name does not tell is tried as text. */
export function viewerOf(path: string): ViewerKind {
  const name = fileName(path);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (isKeyOf(textKinds, ending)) return textKinds[ending];
  if (isKeyOf(otherKinds, ending)) return otherKinds[ending];
  const view = viewType(path);
  if (view?.page === true) return 'page';
  const family = view?.type.split('/')[0];
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'text';
}

export function isTextKind(kind: ViewerKind): kind is TextKind {
  return kind === 'text' || Object.values<string>(textKinds).includes(kind);
}

function isKeyOf<T extends object>(record: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(record, key);
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
