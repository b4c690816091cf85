import { Problem } from '#contract/problem.ts';
import type { Migration } from '#server/ports/migration.ts';
import type { SyncEngine } from './engine.ts';
import { runWork } from './run-work.ts';

const spelling: Readonly<Record<string, string>> = {
  id: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  int: 'INTEGER',
  real: 'REAL',
  bytes: 'BLOB',
  compact: 'WITHOUT ROWID',
};

export function toSqliteStatement(statement: string): string {
  return statement.replaceAll(/\{(\w+)\}/g, (token, name: string) => spelling[name] ?? token);
}

/**
 * The version of the newest migration this database has had, 0 for an empty one.
 * Throws a Problem where other software keeps its tables.
 */
export function schemaVersion(engine: SyncEngine): number {
  const tables = engine.query(`SELECT name FROM sqlite_schema WHERE type = 'table'`, []);
  if (tables.length === 0) return 0;
  if (!tables.some((table) => table['name'] === 'schema_version')) {
    throw new Problem(
      'conflict',
      'The database holds tables that Atelier did not make; it was left untouched.',
    );
  }
  const [newest] = engine.query(`SELECT MAX(version) AS version FROM schema_version`, []);
  return Number(newest?.['version'] ?? 0);
}

/** Refuses a database that a newer Atelier has already changed: this one would misread it. */
export function refuseNewer(version: number, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)?.version ?? 0;
  if (version <= known) return;
  throw new Problem(
    'conflict',
    `The database was written by a newer Atelier (schema version ${version}; this one knows ${known}). Start the newer Atelier, or use another home.`,
    { version, known },
  );
}

/** Applies what is missing, each migration in a transaction of its own. */
export function migrate(engine: SyncEngine, migrations: readonly Migration[], nowMs: number): void {
  const version = schemaVersion(engine);
  refuseNewer(version, migrations);
  for (const migration of migrations) {
    if (migration.version > version) applyMigration(engine, migration, nowMs);
  }
}

function applyMigration(engine: SyncEngine, migration: Migration, nowMs: number): void {
  engine.query('BEGIN IMMEDIATE', []);
  try {
    engine.query(
      `CREATE TABLE IF NOT EXISTS schema_version (
        version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at_ms INTEGER NOT NULL)`,
      [],
    );
    for (const statement of migration.statements) engine.query(toSqliteStatement(statement), []);
    if (migration.fill !== undefined) runWork(engine, migration.fill());
    for (const statement of migration.finish ?? []) engine.query(toSqliteStatement(statement), []);
    engine.query(`INSERT INTO schema_version (version, name, applied_at_ms) VALUES (?, ?, ?)`, [
      migration.version,
      migration.name,
      nowMs,
    ]);
    engine.query('COMMIT', []);
  } catch (error) {
    if (engine.inTransaction()) engine.query('ROLLBACK', []);
    throw error;
  }
}
