import { Problem } from '#contract/problem.ts';
import { checkArtifactPath } from '#domain/artifact-path.ts';
import type { LogIndex } from '#domain/console/log-index.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { ArtifactsService } from '#server/modules/artifacts/artifacts.service.ts';
import type { RunKey } from '#server/modules/runs/runs.types.ts';
import type { Database } from '#server/ports/database.ts';
import { consoleSource } from './console-source.ts';
import { listConsoles } from './console.queries.ts';
import { createFileSources } from './file-source.ts';
import { shiftOf } from './log-reading.ts';
import type { LogSource } from './run-logs.types.ts';

export interface OpenLog {
  readonly source: LogSource;
  readonly index: LogIndex;
  /** To be added to times that the log writes without their zone, in milliseconds. */
  readonly shiftMs: number;
}

/** Opens a log of a run by its id (`console/…` or `file/…`). Throws `not-found`, `invalid-input`, `too-large`. */
export function createLogOpener(database: Database, artifacts: Pick<ArtifactsService, 'ofRun'>) {
  const files = createFileSources();

  async function openFile(workspace: WorkspaceScope, runId: string, name: string): Promise<LogSource> {
    const path = checkArtifactPath(name);
    if (path === undefined) throw new Problem('invalid-input', 'Invalid path', { path: name });
    const folder = await artifacts.ofRun(workspace, runId);
    if (folder === undefined) throw noSuchLog(name);
    return files.open(await folder.open(path));
  }

  return async (workspace: WorkspaceScope, runId: string, log: string): Promise<OpenLog> => {
    const key: RunKey = { workspaceId: workspace.id, runId };
    const { startedAtMs, logs } = await database.read(listConsoles, key);
    const name = log.slice(log.indexOf('/') + 1);
    const isConsole = log.startsWith('console/');
    if (isConsole && !logs.some((each) => each.name === name)) throw noSuchLog(name);
    const source = isConsole
      ? consoleSource(database, { ...key, name })
      : await openFile(workspace, runId, name);
    const index = await source.index();
    return { source, index, shiftMs: shiftOf(index, startedAtMs) };
  };
}

function noSuchLog(name: string): Problem {
  return new Problem('not-found', `The run has no log called "${name}".`, { log: name });
}

const portionBytes = 1024 * 1024;

/** The first bytes of a log, portion by portion as they are taken. */
export function streamLog(source: LogSource, bytes: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at < bytes) controller.enqueue(await source.read(at, Math.min(bytes, at + portionBytes)));
      at += portionBytes;
      if (at >= bytes) controller.close();
    },
  });
}
