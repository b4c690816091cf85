import { type Direction, directions, guessDirection } from '#domain/metric/direction.ts';
import { all, defineRead, defineWrite, first, run, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { findKeys, internKeys } from '#server/sql/key-names.ts';

export interface MetricSettingRow {
  readonly key: string;
  readonly direction: Direction;
  readonly unit: string | null;
  readonly setBy: string;
  readonly setAtMs: number;
}

type StoredRow = Omit<MetricSettingRow, 'direction'> & { readonly direction: string };

const columns = `key_name.name AS "key", direction, unit, set_by AS "setBy", set_at_ms AS "setAtMs"`;
const from = `metric_setting JOIN key_name ON key_name.id = metric_setting.key_id`;

export const listMetricSettingRows = defineRead(
  'metric-settings.list',
  'short',
  function* (workspaceId: number): Work<readonly MetricSettingRow[]> {
    const rows = yield* all<StoredRow>(
      `SELECT ${columns} FROM ${from} WHERE workspace_id = ? ORDER BY key_name.name`,
      [workspaceId],
    );
    return rows.map((row) => toSetting(row));
  },
);

/** Which way each of these metrics is better: as somebody said, else as its name lets one expect. For other queries. */
export function* directionsOf(
  workspaceId: number,
  keys: readonly string[],
): Work<ReadonlyMap<string, Direction>> {
  const rows = yield* inChunks<StoredRow>(
    (marks) => `SELECT ${columns} FROM ${from} WHERE key_name.name IN (${marks}) AND workspace_id = ?`,
    keys,
    [workspaceId],
  );
  const said = new Map(rows.map((row) => [row.key, toDirection(row.direction)]));
  return new Map(keys.map((key) => [key, said.get(key) ?? guessDirection(key)]));
}

export interface DirectionChange {
  readonly workspaceId: number;
  readonly key: string;
  /** `null`: as the name lets one expect. */
  readonly direction: Direction | null;
  /** `undefined`: stays. */
  readonly unit: string | null | undefined;
}

export interface DirectionChanged {
  readonly before: MetricSettingRow | null;
  readonly setting: MetricSettingRow | null;
}

export const setDirection = defineWrite(
  'metric-settings.set',
  function* (change: DirectionChange, { actor, nowMs }): Work<DirectionChanged> {
    const before = yield* findSetting(change);
    const unit = change.unit === undefined ? (before?.unit ?? null) : change.unit;
    if (change.direction === null) {
      yield* removeSetting(change);
      return { before, setting: null };
    }
    const keyId = (yield* internKeys([change.key])).get(change.key) ?? null;
    yield* run(
      `INSERT INTO metric_setting (workspace_id, key_id, direction, unit, set_by, set_at_ms)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (workspace_id, key_id) DO UPDATE SET direction = excluded.direction, unit = excluded.unit,
         set_by = excluded.set_by, set_at_ms = excluded.set_at_ms`,
      [change.workspaceId, keyId, change.direction, unit, actor.name, nowMs],
    );
    return { before, setting: yield* findSetting(change) };
  },
  (change, { before, setting }) =>
    before === null && setting === null
      ? []
      : [
          {
            workspaceId: change.workspaceId,
            action: 'metric.direction',
            subjectKind: 'metric',
            subjectId: change.key,
            detail: {
              from: before?.direction ?? `${guessDirection(change.key)} (by name)`,
              to: setting?.direction ?? `${guessDirection(change.key)} (by name)`,
              ...(before?.unit === setting?.unit ? {} : { unit: setting?.unit ?? null }),
            },
          },
        ],
);

function* findSetting({ workspaceId, key }: DirectionChange): Work<MetricSettingRow | null> {
  const row = yield* first<StoredRow>(
    `SELECT ${columns} FROM ${from} WHERE workspace_id = ? AND key_name.name = ?`,
    [workspaceId, key],
  );
  return row === undefined ? null : toSetting(row);
}

function* removeSetting({ workspaceId, key }: DirectionChange): Work<void> {
  const keyId = (yield* findKeys([key])).get(key);
  if (keyId === undefined) return;
  yield* run(`DELETE FROM metric_setting WHERE workspace_id = ? AND key_id = ?`, [workspaceId, keyId]);
}

function toSetting(row: StoredRow): MetricSettingRow {
  return { ...row, direction: toDirection(row.direction) };
}

/** What a newer Atelier may have written means nothing to this one. */
function toDirection(text: string): Direction {
  return directions.find((each) => each === text) ?? 'none';
}
