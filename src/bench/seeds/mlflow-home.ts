import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { hasMlflow, startMlflowServer } from '../mlflow-server.ts';
import { cachedFolder } from './cached-folder.ts';
import { manyRuns, type SeedRun, seedRun, type SeedWorld } from './many-runs.ts';

/** A folder with MLflow's own store of `manyRuns`; `undefined` where MLflow is not here. */
export async function mlflowWithManyRuns(): Promise<string | undefined> {
  return mlflowWith('mlflow-100k-runs', manyRuns);
}

export async function mlflowWith(name: string, world: SeedWorld): Promise<string | undefined> {
  if (!hasMlflow()) return undefined;
  return cachedFolder(name, `${JSON.stringify(world)} 1`, async (home) => {
    // Its first start makes the tables.
    await (await startMlflowServer(home))?.stop();
    const database = new DatabaseSync(join(home, 'mlflow.db'));
    database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; BEGIN');
    const insert = inserter(database);
    for (let index = 0; index < world.runs; index += 1) insertRun(insert, seedRun(index, world));
    database.exec('COMMIT');
    database.close();
  });
}

type Insert = (table: string, row: Readonly<Record<string, SQLInputValue>>) => void;

function inserter(database: DatabaseSync): Insert {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return (table, row) => {
    const columns = Object.keys(row);
    const known = statements.get(table);
    const marks = columns.map(() => '?').join(', ');
    const statement =
      known ?? database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
    statements.set(table, statement);
    statement.run(...Object.values(row));
  };
}

function insertRun(insert: Insert, run: SeedRun): void {
  const run_uuid = run.runId;
  insert('runs', {
    run_uuid,
    name: run.name,
    source_type: 'UNKNOWN',
    source_name: '',
    entry_point_name: '',
    user_id: 'bench',
    status: run.status,
    start_time: run.startedAtMs,
    end_time: run.endedAtMs ?? null,
    source_version: '',
    lifecycle_stage: 'active',
    artifact_uri: `mlflow-artifacts:/0/${run_uuid}/artifacts`,
    experiment_id: 0,
  });
  const timestamp = run.startedAtMs + 1000;
  for (const { key, value } of run.metrics) {
    const row = { key, value, timestamp, run_uuid, step: 1, is_nan: 0 };
    insert('metrics', row);
    insert('latest_metrics', row);
  }
  for (const { key, value } of run.params) insert('params', { key, value, run_uuid });
  insert('tags', { key: 'mlflow.runName', value: run.name, run_uuid });
  for (const { key, value } of run.tags) insert('tags', { key, value, run_uuid });
}
