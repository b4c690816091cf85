import type { ArtifactEntry, ArtifactFolder } from '#server/modules/artifacts/artifacts.types.ts';

export interface TreeFile {
  readonly path: string;
  readonly entry: ArtifactEntry;
}

export interface FileTree {
  readonly files: readonly TreeFile[];
  /** There is more than was looked through. */
  readonly cut: boolean;
}

/** The files below a run's artifact folder, folder by folder; at most `most` files, and as many folders. */
export async function walkFiles(folder: ArtifactFolder, most: number): Promise<FileTree> {
  const files: TreeFile[] = [];
  const waiting = [''];
  for (let seen = 0; seen < waiting.length; seen += 1) {
    if (seen >= most || files.length >= most) return { files: files.slice(0, most), cut: true };
    const path = waiting[seen] ?? '';
    for (const entry of await folder.list(path)) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory) waiting.push(below);
      else files.push({ path: below, entry });
    }
  }
  return { files: files.slice(0, most), cut: files.length > most };
}
