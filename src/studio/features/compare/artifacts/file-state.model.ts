import type { ComparedFile } from '#contract/comparison.ts';

/** A file of several runs: how many contents it has, and how many runs have it. */
export interface FileState {
  readonly path: string;
  /** Distinct contents, by hash (by size where there is no hash). */
  readonly versions: number;
  readonly runs: number;
  /** Not all of the runs that have it agree. */
  readonly differs: boolean;
  /** Some runs lack it. */
  readonly lacking: boolean;
}

export function toFileState(file: ComparedFile, runs: number): FileState {
  const versions = new Set(file.in.map(({ sha256, size }) => sha256 ?? `size ${size}`)).size;
  return {
    path: file.path,
    versions,
    runs: file.in.length,
    differs: versions > 1,
    lacking: file.in.length < runs,
  };
}

/** The files shown: those that differ, or all; those some runs lack where that counts as a difference; by search. */
export function chooseFiles(
  files: readonly FileState[],
  options: { readonly all: boolean; readonly absent: boolean; readonly search: string },
): readonly FileState[] {
  const wanted = options.search.trim().toLowerCase();
  return files.filter(
    (file) =>
      (options.all || file.differs || (options.absent && file.lacking)) &&
      file.path.toLowerCase().includes(wanted),
  );
}

/** "2 versions in 5 of 6 runs" */
export function describeFile(file: FileState, runs: number): string {
  const where = file.lacking ? `in ${file.runs} of ${runs}` : `in all ${runs}`;
  return file.versions === 1 ? `same ${where}` : `${file.versions} versions ${where}`;
}
