import { constants, copyFileSync, existsSync, fsyncSync, openSync, closeSync, renameSync } from 'node:fs';
import { Problem } from '#contract/problem.ts';
import type { Migration } from '#server/ports/migration.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { migrate, refuseNewer, schemaVersion } from '../sync/migrate.ts';
import { damaged, inspectFile } from './inspect-file.ts';
import { openConnection } from './open-connection.ts';

/** Up to this size every page is looked at before the server starts: about a tenth of a second. */
const checkedAtStartBytes = 64 * 1024 * 1024;

export interface PreparedFile {
  /** False where the file was too large to be read through at start; the caller then checks beside its work. */
  readonly fullyChecked: boolean;
}

/**
 * Makes the database file ready, before any thread opens it: checks that it is whole and ours, copies it where the
 * schema is about to change, and applies the migrations. Nothing else may have the file open (hold the home's lock).
 * Throws a one-line Problem, and leaves the file as it was, where it is damaged, foreign or newer.
 */
export function prepareFile(path: string, migrations: readonly Migration[]): PreparedFile {
  const { isNew, sizeBytes } = inspectFile(path);
  if (isNew && existsSync(`${path}-wal`)) throw damaged(path, 'it is empty beside a write-ahead log');
  const fullyChecked = sizeBytes <= checkedAtStartBytes;
  const version = isNew ? 0 : checkedVersion(path, migrations, fullyChecked);
  const known = migrations.at(-1)?.version ?? 0;
  const engine = openConnection({ path, mode: 'write', synchronous: 'full' });
  try {
    if (version > 0 && version < known) copyBefore(engine, path, version);
    migrate(engine, migrations, Date.now());
  } finally {
    engine.close();
  }
  return { fullyChecked };
}

/** Looks through a connection that cannot write, so that a file we refuse stays as it is to the last byte. */
function checkedVersion(path: string, migrations: readonly Migration[], everyPage: boolean): number {
  const engine = openConnection({ path, mode: 'read', synchronous: 'full' });
  try {
    check(engine, path, everyPage);
    const version = schemaVersion(engine);
    refuseNewer(version, migrations);
    return version;
  } finally {
    engine.close();
  }
}

function check(engine: SyncEngine, path: string, everyPage: boolean): void {
  try {
    const [first] = engine.query(
      everyPage ? 'PRAGMA quick_check(1)' : `PRAGMA quick_check('schema_version')`,
      [],
    );
    const finding = Object.values(first ?? {})[0];
    if (finding !== 'ok') throw damaged(path, String(finding).replaceAll(/\s+/g, ' '));
  } catch (error) {
    if (error instanceof Problem && error.detail['path'] === path) throw error;
    throw damaged(path, error instanceof Error ? error.message : String(error));
  }
}

/** The copy is complete under its final name or not there at all; a filesystem that can shares the blocks. */
function copyBefore(engine: SyncEngine, path: string, version: number): void {
  engine.query('PRAGMA wal_checkpoint(TRUNCATE)', []);
  const copy = `${path}.before-schema-${version + 1}`;
  const unfinished = `${copy}.unfinished`;
  copyFileSync(path, unfinished, constants.COPYFILE_FICLONE);
  const file = openSync(unfinished, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, copy);
}
