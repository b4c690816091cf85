import type { ArtifactFolder } from '#server/modules/artifacts/artifacts.types.ts';

export interface LogFile {
  readonly path: string;
  readonly size: number;
}

const logFolder = /^logs?$/i;
const logName = /\.(log|out|err)(\.\d+)?$|^(stdout|stderr|console|output)(\.txt)?$/i;
const inLogFolder = /\.(log|out|err|txt)(\.\d+)?$|^(stdout|stderr|console)$/i;
/** Folders below the folder of logs (one for each process) that are looked into, and logs that are listed. */
const mostFolders = 32;
const mostFiles = 500;

/** The artifacts that are logs by convention: text below `logs/`, and `*.log` beside it. */
export async function findLogFiles(folder: ArtifactFolder): Promise<readonly LogFile[]> {
  const root = await folder.list('');
  const found = root
    .filter(({ name, isDirectory }) => !isDirectory && logName.test(name))
    .map(({ name, size }) => ({ path: name, size }));
  for (const { name } of root.filter((entry) => entry.isDirectory && logFolder.test(entry.name))) {
    found.push(...(await below(folder, name, mostFolders)));
  }
  return found.slice(0, mostFiles);
}

async function below(folder: ArtifactFolder, path: string, folders: number): Promise<LogFile[]> {
  const entries = await folder.list(path);
  const found = entries
    .filter(({ name, isDirectory }) => !isDirectory && inLogFolder.test(name))
    .map(({ name, size }) => ({ path: `${path}/${name}`, size }));
  for (const { name } of entries.filter(({ isDirectory }) => isDirectory).slice(0, folders)) {
    found.push(...(await below(folder, `${path}/${name}`, 0)));
  }
  return found;
}
