import type { PointColumns } from '#domain/series/point-columns.ts';
import { BatchColumns } from './batch-columns.ts';
import { KnownTexts } from './known-texts.ts';
import { MetricReader } from './metric-reader.ts';
import { OddBody, PlainJson } from './plain-json.ts';

/** A call of log-batch that brings metrics and nothing else. */
export interface PlainBatch {
  readonly runId: string;
  readonly points: PointColumns;
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openList = 0x5b;
const closeList = 0x5d;

const names = new KnownTexts(['run_id', 'metrics', 'params', 'tags']);
const runIdMember = 0;
const metricsMember = 1;

/**
 * Makes the reader of the usual log-batch: it goes once over the bytes and writes what it finds straight into columns.
 * It answers `undefined` for every body that holds anything else than that (parameters, words for numbers, escapes,
 * mistakes); such a body is for the general reader, which knows all forms and all messages.
 */
export function createPlainBatchReader(): (bytes: Uint8Array) => PlainBatch | undefined {
  const columns = new BatchColumns();
  return (bytes) => {
    try {
      return readBatch(new PlainJson(bytes), columns);
    } catch (error) {
      if (error instanceof OddBody) return undefined;
      throw error;
    }
  };
}

function readBatch(json: PlainJson, columns: BatchColumns): PlainBatch {
  let runId = '';
  let seen = 0;
  columns.begin();
  json.expect(openBrace);
  do {
    json.name();
    const which = names.find(json);
    if (which < 0 || (seen & (1 << which)) !== 0) throw new OddBody();
    seen |= 1 << which;
    if (which === runIdMember) runId = readText(json);
    else if (which === metricsMember) new MetricReader(json, columns).readAll();
    else readEmptyList(json);
  } while (json.continues(closeBrace));
  json.end();
  if (runId === '' || columns.length === 0) throw new OddBody();
  return { runId, points: columns.finish() };
}

function readText(json: PlainJson): string {
  json.text();
  return json.lastText();
}

function readEmptyList(json: PlainJson): void {
  json.expect(openList);
  json.expect(closeList);
}
