import { noteTag } from '#contract/note-tag.ts';
import type { RunValueChange } from '#contract/activity.ts';
import type { RunEdit } from '#contract/runs-bulk.ts';
import { defineWrite, run, type Work } from '#server/ports/database.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { findKeys, internKeys } from '#server/sql/key-names.ts';
import { marks } from '#server/sql/sql-part.ts';
import { type BulkRun, manyActiveRuns } from './many-runs.queries.ts';
import { cutValues } from './run-changes.queries.ts';
import { runNameTag } from './runs.types.ts';

export interface EditInput {
  readonly workspaceId: number;
  /** One a run; of several the last counts. */
  readonly edits: readonly RunEdit[];
}

export interface EditedRun {
  readonly runId: string;
  readonly experimentId: number;
  readonly changes: readonly RunValueChange[];
  readonly undo: RunEdit;
}

/** Tags that a run is to have (`null`: not to have), its name among them. */
type WantedTags = ReadonlyMap<string, string | null>;

/** Changes names and tags of many active runs, all or none. Answers those that are not as they were. */
export const editManyRuns = defineWrite(
  'runs.edit-many',
  function* ({ workspaceId, edits }: EditInput, { nowMs }): Work<readonly EditedRun[]> {
    const wantedOf = new Map(edits.map((edit) => [edit.runId, wantedTags(edit)]));
    const runs = yield* manyActiveRuns(workspaceId, [...wantedOf.keys()]);
    const wanted = [...wantedOf.values()];
    const setKeys = wanted.flatMap((tags) =>
      [...tags].flatMap(([key, value]) => (value === null ? [] : [key])),
    );
    const ids = yield* internKeys([...new Set(setKeys)]);
    const removed = new Set(wanted.flatMap((tags) => [...tags.keys()]).filter((key) => !ids.has(key)));
    for (const [key, id] of yield* findKeys([...removed])) ids.set(key, id);
    const before = yield* tagsOf(runs, ids);
    const edited: EditedRun[] = [];
    for (const each of runs) {
      const tags = wantedOf.get(each.runId) ?? new Map<string, string | null>();
      const changes = changesOf(tags, before.get(each.id) ?? new Map<string, string>());
      if (changes.length === 0) continue;
      for (const { key, to } of changes) yield* writeTag(each.id, ids.get(key) ?? 0, to);
      const name = changes.find(({ key }) => key === runNameTag)?.to ?? each.name;
      yield* run(`UPDATE run SET name = ?, updated_at_ms = ? WHERE id = ?`, [name, nowMs, each.id]);
      edited.push(toEdited(each, changes));
    }
    return edited;
  },
  ({ workspaceId }, edited) =>
    edited.map(({ runId, changes }) => ({
      workspaceId,
      action: 'run.update',
      subjectKind: 'run',
      subjectId: runId,
      detail: { changes },
    })),
);

function wantedTags({ name, setTags = {}, removeTags = [] }: RunEdit): WantedTags {
  return new Map<string, string | null>([
    // A run's name cannot be taken away.
    ...removeTags.filter((key) => key !== runNameTag).map((key) => [key, null] as const),
    ...Object.entries(setTags),
    ...(name === undefined ? [] : [[runNameTag, name] as const]),
  ]);
}

/** Tag keys that one statement asks for. */
const keysAtOnce = 2000;

type TagsOfRuns = ReadonlyMap<number, ReadonlyMap<string, string>>;

function* tagsOf(runs: readonly BulkRun[], keyIds: ReadonlyMap<string, number>): Work<TagsOfRuns> {
  const found = new Map(runs.map(({ id }) => [id, new Map<string, string>()]));
  const names = new Map([...keyIds].map(([name, id]) => [id, name]));
  const allKeys = [...names.keys()];
  // A statement has room for some thousands of parameters, and both lists may be longer.
  for (let at = 0; at < allKeys.length; at += keysAtOnce) {
    const keys = allKeys.slice(at, at + keysAtOnce);
    const rows = yield* inChunks<{ run: number; keyId: number; value: string }>(
      (list) => `SELECT run, key_id AS "keyId", value FROM tag WHERE run IN (${list})
        AND key_id IN (${marks(keys.length)})`,
      [...found.keys()],
      keys,
    );
    for (const row of rows) found.get(row.run)?.set(names.get(row.keyId) ?? '', row.value);
  }
  return found;
}

interface TagChange {
  readonly key: string;
  readonly from: string | null;
  readonly to: string | null;
}

function changesOf(wanted: WantedTags, before: ReadonlyMap<string, string>): readonly TagChange[] {
  return [...wanted]
    .map(([key, to]) => ({ key, from: before.get(key) ?? null, to }))
    .filter(({ from, to }) => from !== to);
}

function* writeTag(runInternalId: number, keyId: number, value: string | null): Work<void> {
  if (value === null) {
    yield* run(`DELETE FROM tag WHERE run = ? AND key_id = ?`, [runInternalId, keyId]);
    return;
  }
  yield* run(
    `INSERT INTO tag (run, key_id, value) VALUES (?, ?, ?)
     ON CONFLICT (run, key_id) DO UPDATE SET value = excluded.value`,
    [runInternalId, keyId, value],
  );
}

function toEdited({ runId, experimentId }: BulkRun, changes: readonly TagChange[]): EditedRun {
  const name = changes.find(({ key }) => key === runNameTag)?.from;
  const tags = changes.filter(({ key }) => key !== runNameTag);
  const before = tags.flatMap(({ key, from }) => (from === null ? [] : [[key, from] as const]));
  const added = tags.flatMap(({ key, from }) => (from === null ? [key] : []));
  return {
    runId,
    experimentId,
    changes: changes.map((change) => cutValues(toValueChange(change))),
    undo: {
      runId,
      ...(name === undefined || name === null ? {} : { name }),
      ...(before.length === 0 ? {} : { setTags: Object.fromEntries(before) }),
      ...(added.length === 0 ? {} : { removeTags: added }),
    },
  };
}

function toValueChange({ key, from, to }: TagChange): RunValueChange {
  if (key === runNameTag) return { what: 'name', key: null, from, to };
  return key === noteTag ? { what: 'note', key: null, from, to } : { what: 'tag', key, from, to };
}
