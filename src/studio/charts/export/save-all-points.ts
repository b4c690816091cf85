import type { Client } from '#client/call.ts';
import { readPoints } from '#contract/metrics.ts';
import { saveFile } from '#studio/ui/save-file.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { toast } from '#studio/ui/toast.store.ts';
import type { DrawnLine } from '../line/drawn-line.model.ts';
import { toCsvText } from './line-text.ts';

interface AllPoints {
  readonly workspace: string;
  readonly metric: string;
  readonly lines: readonly DrawnLine[];
  readonly name: string;
}

const pageSize = 10_000;

/** Fetches every logged point of the lines on a chart, page by page, and hands them over as one CSV file. */
export async function saveAllPoints(
  client: Client,
  { workspace, metric, lines, name }: AllPoints,
): Promise<void> {
  const head = toCsvText([['run_id', 'run_name', 'step', 'time_ms', metric]]);
  const parts: BlobPart[] = [head];
  let points = 0;
  for (const line of lines) {
    for (let offset = 0, total = 1; offset < total; offset += pageSize) {
      const page = await client.call(readPoints, {
        params: { workspace, runId: line.runId },
        query: { key: metric, offset, limit: pageSize },
      });
      total = page.total;
      points += page.points.length;
      const rows = page.points.map(({ step, atMs, value }) => [
        line.runId,
        line.name,
        step,
        String(atMs),
        String(value),
      ]);
      if (rows.length > 0) parts.push(toCsvText(rows));
    }
  }
  saveFile(name, new Blob(parts), 'text/csv');
  toast({ message: `Saved ${formatInteger(points)} points of ${metric}` });
}
