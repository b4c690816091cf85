import type { ArtifactTexts, ComparedFile } from '#contract/comparison.ts';
import { Problem } from '#contract/problem.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { ArtifactsService } from '#server/modules/artifacts/artifacts.service.ts';
import type { ArtifactFile, ArtifactFolder } from '#server/modules/artifacts/artifacts.types.ts';
import { walkFiles } from './file-tree.ts';
import { readText } from './read-text.ts';
import { createTextShelf } from './text-shelf.ts';

/** Files of one run that are looked through, and folders. */
const mostFilesOfRun = 2000;
/** Runs whose folders are read at the same time. */
const atOnce = 16;
/** Bytes of text that one answer carries. */
const mostTextBytes = 24 * 1024 * 1024;

export type ComparisonService = ReturnType<typeof createComparisonService>;

/** What several runs have in common and what not, where it takes more than their rows to know it. */
export function createComparisonService(artifacts: Pick<ArtifactsService, 'ofRun'>) {
  async function foldersOf(workspace: WorkspaceScope, runIds: readonly string[]) {
    const folders = await inTurns([...new Set(runIds)], async (runId) => {
      const folder = await artifacts.ofRun(workspace, runId);
      return folder === undefined ? [] : [{ runId, folder }];
    });
    return folders.flat();
  }

  return {
    /** The files of the runs by path. Runs that are not of this workspace have none. */
    async files(
      workspace: WorkspaceScope,
      { runIds, search, limit }: { readonly runIds: readonly string[]; search: string; limit: number },
    ) {
      const wanted = search.toLowerCase();
      const found = new Map<string, ComparedFile>();
      const cut: string[] = [];
      const folders = await foldersOf(workspace, runIds);
      const trees = await inTurns(folders, async ({ runId, folder }) => ({
        runId,
        ...(await walkFiles(folder, mostFilesOfRun)),
      }));
      for (const { runId, files, cut: isCut } of trees) {
        if (isCut) cut.push(runId);
        for (const { path, entry } of files) {
          if (!path.toLowerCase().includes(wanted)) continue;
          const file = found.get(path) ?? { path, in: [] };
          found.set(path, file);
          file.in.push({ runId, size: entry.size, sha256: entry.sha256 ?? null });
        }
      }
      const files = [...found.values()].sort(byUseThenName).slice(0, limit);
      const unreachable = folders.flatMap(({ runId, folder }) =>
        folder.place.kind === 'elsewhere' ? [runId] : [],
      );
      return { files, matching: found.size, cut, unreachable };
    },

    /** The same files of several runs as text; a run without such a file is absent. Paths are checked ones. */
    async texts(
      workspace: WorkspaceScope,
      {
        runIds,
        paths,
        bytes,
      }: { readonly runIds: readonly string[]; paths: readonly string[]; bytes: number },
    ): Promise<ArtifactTexts> {
      const shelf = createTextShelf(mostTextBytes);
      const found = await inTurns(await foldersOf(workspace, runIds), async ({ runId, folder }) =>
        (await inTurns(paths, async (path) => readOne(await openFile(folder, path), bytes, shelf))).flatMap(
          (file, index) => (file === undefined ? [] : [{ runId, path: paths[index] ?? '', ...file }]),
        ),
      );
      return { files: found.flat(), texts: shelf.texts() };
    },
  };
}

async function openFile(folder: ArtifactFolder, path: string): Promise<ArtifactFile | undefined> {
  try {
    return await folder.open(path);
  } catch (error) {
    // Not there, or a folder: this run has no such file.
    if (error instanceof Problem && (error.code === 'not-found' || error.code === 'invalid-input'))
      return undefined;
    throw error;
  }
}

async function readOne(
  file: ArtifactFile | undefined,
  bytes: number,
  shelf: ReturnType<typeof createTextShelf>,
) {
  if (file === undefined) return undefined;
  const { size, sha256 } = file;
  const truncated = size > bytes;
  const known = shelf.find(sha256);
  if (known !== undefined) return { size, text: known, truncated, left: false };
  if (!shelf.reserve(Math.min(bytes, size))) return { size, text: null, truncated, left: true };
  const text = await readText(file, bytes);
  return { size, text: text === undefined ? null : shelf.put(text, sha256), truncated, left: false };
}

function byUseThenName(a: ComparedFile, b: ComparedFile): number {
  return b.in.length - a.in.length || (a.path < b.path ? -1 : 1);
}

/** Answers in the order asked; only a few calls are under way at any time. */
async function inTurns<T, R>(items: readonly T[], call: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  // One after the other: that is the point of taking turns.
  for (let at = 0; at < items.length; at += atOnce) {
    answers.push(...(await Promise.all(items.slice(at, at + atOnce).map(call))));
  }
  return answers;
}
