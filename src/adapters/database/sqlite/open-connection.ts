import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#contract/problem.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { createNodeEngine } from './node-engine.ts';

export type Synchronous = 'full' | 'normal';

export interface ConnectionOptions {
  readonly path: string;
  /** `check` reads every page once. */
  readonly mode: 'read' | 'write' | 'check';
  /**
   * `full`: an acknowledged write survives a power cut. `normal`: it survives a killed process, but the last ones
   * may be gone after a power cut. Only the writer heeds it.
   */
  readonly synchronous: Synchronous;
}

const busyTimeoutMs = 5000;

/** Page cache of a connection. Memory-mapped reading stays off: mapped pages count as memory of the server. */
const cacheKib = { read: 8 * 1024, write: 16 * 1024, check: 1024 };

/** The write-ahead log is cut back to this after a checkpoint, so that one large write does not leave it large. */
const journalLimitBytes = 64 * 1024 * 1024;

export function openConnection({ path, mode, synchronous }: ConnectionOptions): SyncEngine {
  const engine = createNodeEngine(connect(path, mode));
  engine.execute(`PRAGMA case_sensitive_like = ON; PRAGMA cache_size = -${cacheKib[mode]};`);
  if (mode === 'write') {
    engine.execute(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous};
       PRAGMA journal_size_limit = ${journalLimitBytes}; PRAGMA analysis_limit = 400;`,
    );
  }
  return engine;
}

function connect(path: string, mode: ConnectionOptions['mode']): DatabaseSync {
  try {
    return new DatabaseSync(path, {
      readOnly: mode !== 'write',
      timeout: busyTimeoutMs,
      enableForeignKeyConstraints: true,
      enableDoubleQuotedStringLiterals: false,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('unavailable', `The database ${path} cannot be opened: ${reason}.`, { path });
  }
}
