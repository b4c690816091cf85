import { inChunks } from '#server/sql/in-chunks.ts';
import { runColumns } from '#server/modules/runs/run-record.queries.ts';
import { searchRunIds } from '#server/modules/runs/run-search.queries.ts';
import type { RunPosition, RunSearch } from '#server/modules/runs/run-search.types.ts';
import type { RunRecord } from '#server/modules/runs/runs.types.ts';
import { defineRead, type Work } from '#server/ports/database.ts';
import { toPageToken } from './page-token.ts';
import { writeRunInfo } from './run-json.ts';
import { toPlace } from './run-place.ts';
import { type KeyTexts, writeRunsData } from './run-texts.queries.ts';

/** Runs found at once: a page may have many. */
const foundAtOnce = 1000;
/** Runs read at once: their rows are gone before they are old enough to cost the garbage collector much. */
const readAtOnce = 128;
/** A page ends before its limit when it has grown to so many bytes. */
const maxBytes = 48 * 1024 * 1024;

export interface RunPageQuery {
  readonly search: RunSearch;
  readonly after: RunPosition | undefined;
  readonly limit: number;
  /** What the token of the next page is bound to. */
  readonly query: string;
}

/**
 * The answer to a search, written where it is read: bytes go between threads for nothing, thousands of rows would not.
 */
export const readRunPage = defineRead('mlflow.search-runs', 'long', function* (input: RunPageQuery): Work<
  Uint8Array<ArrayBuffer>
> {
  const page = createPage();
  const keys: KeyTexts = new Map();
  let { after, limit: left } = input;
  for (;;) {
    const window = { offset: 0, after, limit: Math.min(left, foundAtOnce) };
    const { ids, last, more } = yield* searchRunIds(input.search, window);
    for (let at = 0; at < ids.length; at += readAtOnce) {
      page.add(yield* writeRuns(ids.slice(at, at + readAtOnce), keys));
    }
    left -= ids.length;
    after = last;
    if (!more) return page.finish(undefined);
    if (left === 0 || page.size() > maxBytes) {
      return page.finish(after === undefined ? undefined : toPageToken(input.query, toPlace(after)));
    }
  }
});

function* writeRuns(ids: readonly number[], keys: KeyTexts): Work<string[]> {
  const records = yield* inChunks<RunRecord>(
    (marks) => `SELECT ${runColumns} FROM run WHERE run.id IN (${marks})`,
    ids,
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  const data = yield* writeRunsData(ids, keys);
  return ids.flatMap((id) => {
    const record = byId.get(id);
    return record === undefined ? [] : [`{"info":${writeRunInfo(record)},${data.get(id) ?? ''}}`];
  });
}

/** Collects the messages of a page as bytes. */
function createPage() {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let size = 0;

  function put(text: string): void {
    const bytes = encoder.encode(text);
    parts.push(bytes);
    size += bytes.length;
  }

  return {
    size: () => size,
    add(messages: readonly string[]): void {
      if (messages.length > 0) put(`${size === 0 ? '{"runs":[' : ','}${messages.join(',')}`);
    },
    finish(token: string | undefined): Uint8Array<ArrayBuffer> {
      // What is empty is left out.
      const next = token === undefined ? '' : `,"next_page_token":${JSON.stringify(token)}`;
      put(size === 0 ? '{}' : `]${next}}`);
      const whole = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
  };
}
