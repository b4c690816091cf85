import { all, run, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';

/** The ids of those keys that exist. */
export function* findKeys(names: readonly string[]): Work<Map<string, number>> {
  const known = new Map<string, number>();
  const rows = yield* inChunks<{ id: number; name: string }>(
    (marks) => `SELECT id, name FROM key_name WHERE name IN (${marks})`,
    names,
  );
  for (const row of rows) known.set(row.name, row.id);
  return known;
}

/** The ids of metric, parameter and tag keys; keys never seen before get one. Inside a write only. */
export function* internKeys(names: readonly string[]): Work<Map<string, number>> {
  const known = yield* findKeys(names);
  for (const name of names) {
    if (known.has(name)) continue;
    yield* run(`INSERT INTO key_name (name) VALUES (?) ON CONFLICT (name) DO NOTHING`, [name]);
    const [row] = yield* all<{ id: number }>(`SELECT id FROM key_name WHERE name = ?`, [name]);
    if (row === undefined) throw new Error(`The key just inserted is not there: ${name}`);
    known.set(name, row.id);
  }
  return known;
}
