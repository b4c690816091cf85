import type { LogLineAnswer, LogOutline, RunLog } from '#contract/run-logs.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { ArtifactsService } from '#server/modules/artifacts/artifacts.service.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { appendConsole, type AppendedOutput, listConsoles } from './console.queries.ts';
import { findLogFiles } from './log-files.ts';
import { createLogOpener, streamLog } from './log-opener.ts';
import { readLines, searchLines } from './log-reading.ts';
import type { ConsoleEntry } from './run-logs.types.ts';

const toldTimes = 2000;

export type RunLogsService = ReturnType<typeof createRunLogsService>;

/** What runs wrote to their consoles: sent here line by line, or logged as files. */
export function createRunLogsService(
  { database, clock }: Ports,
  live: LiveService,
  artifacts: Pick<ArtifactsService, 'ofRun'>,
) {
  const open = createLogOpener(database, artifacts);

  return {
    /** The logs of a run, console output first. */
    async list(workspace: WorkspaceScope, runId: string): Promise<RunLog[]> {
      const { logs } = await database.read(listConsoles, { workspaceId: workspace.id, runId });
      const folder = await artifacts.ofRun(workspace, runId);
      const found = folder === undefined ? [] : await findLogFiles(folder);
      return [
        ...logs.map(({ name, bytes }) => ({ id: `console/${name}`, name, kind: 'console' as const, bytes })),
        ...found.map(({ path, size }) => ({
          id: `file/${path}`,
          name: path,
          kind: 'file' as const,
          bytes: size,
        })),
      ];
    },

    /** Adds console output to an active run; durable when resolved. */
    async append(
      workspace: WorkspaceScope,
      runId: string,
      output: { readonly name: string; readonly entries: readonly ConsoleEntry[] },
      actor: Actor,
    ): Promise<AppendedOutput> {
      const input = { workspaceId: workspace.id, runId, ...output };
      const appended = await database.write(appendConsole, input, { actor, nowMs: clock.nowMs() });
      live.publish(workspace.id, { kind: 'artifacts', runId });
      return appended;
    },

    async outline(workspace: WorkspaceScope, runId: string, log: string): Promise<LogOutline> {
      const { index, shiftMs } = await open(workspace, runId, log);
      const timed = index.blocks.flatMap(({ line, atMs }) =>
        atMs === undefined ? [] : [{ line, atMs: atMs + shiftMs }],
      );
      const every = Math.ceil(timed.length / toldTimes);
      return {
        bytes: index.bytes,
        lines: index.lines,
        times: timed.filter((_each, at) => at % every === 0),
        guessedZone: !index.zoned && timed.length > 0,
        errors: [...index.errors],
        errorCount: index.errorCount,
      };
    },

    async lines(
      workspace: WorkspaceScope,
      runId: string,
      asked: { readonly log: string; readonly from: number; readonly limit: number },
    ): Promise<{ from: number; lines: LogLineAnswer[]; total: number }> {
      const { source, index, shiftMs } = await open(workspace, runId, asked.log);
      const lines = await readLines(source, index, { ...asked, shiftMs });
      return { from: asked.from, lines, total: index.lines };
    },

    async search(
      workspace: WorkspaceScope,
      runId: string,
      asked: { readonly log: string; readonly text: string; readonly from: number; readonly limit: number },
    ): Promise<{ matches: number[]; next: number | null; total: number }> {
      const { source, index } = await open(workspace, runId, asked.log);
      return { ...(await searchLines(source, index, asked)), total: index.lines };
    },

    /** A console log as one stream of text, with its size in bytes. */
    async download(
      workspace: WorkspaceScope,
      runId: string,
      name: string,
    ): Promise<{ readonly bytes: number; readonly body: ReadableStream<Uint8Array> }> {
      const { source, index } = await open(workspace, runId, `console/${name}`);
      return { bytes: index.bytes, body: streamLog(source, index.bytes) };
    },
  };
}
