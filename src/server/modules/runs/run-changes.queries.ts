import { noteTag } from '#contract/note-tag.ts';
import type { RunValueChange } from '#contract/activity.ts';
import { inChunks } from '#server/sql/in-chunks.ts';
import { first, type Work } from '#server/ports/database.ts';

/** What of a run is about to change, and to what. `null`: it goes. */
export interface WantedValues {
  readonly name?: string | undefined;
  readonly status?: string | undefined;
  readonly tags: ReadonlyMap<string, string | null>;
}

/** Values in the trail are cut here, save a note's: its versions can be brought back. */
const longestValue = 500;

/** What will really change, with the values before. To be read before the change is made. */
export function* changesOf(runInternalId: number, wanted: WantedValues): Work<readonly RunValueChange[]> {
  const before = yield* first<{ name: string; status: string }>(`SELECT name, status FROM run WHERE id = ?`, [
    runInternalId,
  ]);
  const tags = yield* inChunks<{ key: string; value: string }>(
    (marks) => `SELECT name AS "key", value FROM tag JOIN key_name ON key_name.id = tag.key_id
      WHERE name IN (${marks}) AND run = ?`,
    [...wanted.tags.keys()],
    [runInternalId],
  );
  const tagsBefore = new Map(tags.map(({ key, value }) => [key, value]));
  const own = [
    { what: 'name' as const, key: null, from: before?.name ?? null, to: wanted.name ?? before?.name ?? null },
    {
      what: 'status' as const,
      key: null,
      from: before?.status ?? null,
      to: wanted.status ?? before?.status ?? null,
    },
  ];
  const ofTags = [...wanted.tags].map(([key, to]) => ({
    what: key === noteTag ? ('note' as const) : ('tag' as const),
    key: key === noteTag ? null : key,
    from: tagsBefore.get(key) ?? null,
    to,
  }));
  return [...own, ...ofTags].filter(({ from, to }) => from !== to).map(cutValues);
}

/** As the trail keeps it. */
export function cutValues(change: RunValueChange): RunValueChange {
  return change.what === 'note' ? change : { ...change, from: cut(change.from), to: cut(change.to) };
}

function cut(value: string | null): string | null {
  return value === null || value.length <= longestValue
    ? value
    : `${value.slice(0, longestValue).toWellFormed()}…`;
}
