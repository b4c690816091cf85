import type { RunPosition } from '#server/modules/runs/run-search.types.ts';

/** A position as JSON; apart from its reading, which database threads have no use for. */
export function toPlace({ terms, startedAtMs, runId }: RunPosition): string {
  const plain = terms.map(({ rank, value }) => {
    if (value === null) return [rank, 'none'];
    return typeof value === 'number' ? [rank, 'number', String(value)] : [rank, 'text', value];
  });
  return JSON.stringify([plain, startedAtMs, runId]);
}
