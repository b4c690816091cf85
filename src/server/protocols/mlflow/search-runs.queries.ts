import { inChunks } from '#server/sql/in-chunks.ts';
import { runColumns } from '#server/modules/runs/run-record.queries.ts';
import { searchRunIds } from '#server/modules/runs/run-search.queries.ts';
import type { RunPosition, RunSearch } from '#server/modules/runs/run-search.types.ts';
import type { RunRecord } from '#server/modules/runs/runs.types.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { writeRunInfo } from './run-json.ts';
import { writeRunsData } from './run-texts.queries.ts';

/** Runs read at once: bounds what lies in memory beside the text. */
const atOnce = 1000;
/** A page ends before its limit when its text has grown to this many characters. */
const maxTextLength = 48 * 1024 * 1024;

export interface RunPage {
  /** Messages of MLflow's Run, as JSON text with commas between. */
  readonly text: string;
  /** Where the next page begins; `undefined` at the end. */
  readonly next: RunPosition | undefined;
}

/**
 * A page of a search, written where it is read: the text goes between threads at once, thousands of rows would not.
 */
export const readRunPage = defineRead(
  'mlflow.search-runs',
  'long',
  function* (input: {
    readonly search: RunSearch;
    readonly after: RunPosition | undefined;
    readonly limit: number;
  }): Work<RunPage> {
    const texts: string[] = [];
    let length = 0;
    let { after, limit: left } = input;
    for (;;) {
      const found = yield* searchRunIds(input.search, { offset: 0, after, limit: Math.min(left, atOnce) });
      for (const text of yield* writeRuns(found.ids)) {
        texts.push(text);
        length += text.length;
      }
      left -= found.ids.length;
      after = found.last;
      if (!found.more) return { text: texts.join(','), next: undefined };
      if (left === 0 || length > maxTextLength) return { text: texts.join(','), next: after };
    }
  },
);

function* writeRuns(ids: readonly number[]): Work<string[]> {
  const records = yield* inChunks<RunRecord>(
    (marks) => `SELECT ${runColumns} FROM run WHERE run.id IN (${marks})`,
    ids,
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  const data = yield* writeRunsData(ids);
  return ids.flatMap((id) => {
    const record = byId.get(id);
    return record === undefined ? [] : [`{"info":${writeRunInfo(record)},${data.get(id) ?? ''}}`];
  });
}
