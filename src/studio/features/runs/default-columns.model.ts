import type { RunRow } from '#contract/runs.ts';
import { type Column, columnId } from './column.model.ts';

const mostMetrics = 5;
const mostParams = 5;

/** How many parameters are looked at to find those that differ. */
export const paramsLookedAt = 24;

const first: readonly Column[] = [
  { kind: 'own', name: 'status' },
  { kind: 'own', name: 'started' },
  { kind: 'own', name: 'duration' },
];

/** The columns of a table that nobody has arranged: what most runs measured, and the parameters that set them apart. */
export function defaultColumns(
  fields: {
    readonly metrics: readonly { readonly key: string }[];
    readonly params: readonly { readonly key: string }[];
  },
  sample: readonly RunRow[],
): readonly Column[] {
  const metrics = fields.metrics
    .map(({ key }) => key)
    .filter((key) => !key.startsWith('system/'))
    .sort((a, b) => weightOf(a) - weightOf(b));
  const params = fields.params.map(({ key }) => key).filter((key) => differs(key, sample));
  const experiments = new Set(sample.map((run) => run.experimentId));
  const users = new Set(sample.map((run) => run.userId));
  return [
    ...first,
    ...metrics.slice(0, mostMetrics).map((key) => ({ kind: 'metrics', key }) as const),
    ...params.slice(0, mostParams).map((key) => ({ kind: 'params', key }) as const),
    ...(experiments.size > 1 ? [{ kind: 'own', name: 'experiment' } as const] : []),
    ...(users.size > 1 ? [{ kind: 'own', name: 'user' } as const] : []),
  ];
}

/**
 * Columns as they were, and behind them what has come to be: a table must not rearrange itself under the reader's eyes
 * while its first runs log key after key.
 */
export function withNewColumns(before: readonly Column[], next: readonly Column[]): readonly Column[] {
  const present = new Set(before.map(columnId));
  const room = {
    metrics: mostMetrics - before.filter(({ kind }) => kind === 'metrics').length,
    params: mostParams - before.filter(({ kind }) => kind === 'params').length,
  };
  const added = next.filter((column) => {
    if (present.has(columnId(column))) return false;
    if (column.kind !== 'metrics' && column.kind !== 'params') return true;
    room[column.kind] -= 1;
    return room[column.kind] >= 0;
  });
  return added.length === 0 ? before : [...before, ...added];
}

/** What was measured on data held back tells most; how the training was going about it tells least. */
function weightOf(metric: string): number {
  if (/(^|[^a-z])(val|valid|validation|eval|test)([^a-z]|$)/i.test(metric)) return 0;
  return /(^|[^a-z])(lr|learning_rate|epoch|step|grad_norm)([^a-z]|$)/i.test(metric) ? 2 : 1;
}

function differs(key: string, runs: readonly RunRow[]): boolean {
  const values = runs.map((run) => run.params[key]).filter((value) => value !== undefined);
  return new Set(values).size > 1;
}
