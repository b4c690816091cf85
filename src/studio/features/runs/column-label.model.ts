import { type Column, type MetricSummary, type OwnColumn } from './column.model.ts';

const ownLabels: Readonly<Record<OwnColumn, string>> = {
  name: 'Run',
  status: 'Status',
  started: 'Started',
  ended: 'Ended',
  duration: 'Duration',
  experiment: 'Experiment',
  user: 'User',
  id: 'Run id',
};

export const summaryWords: Readonly<Record<MetricSummary | 'last', string>> = {
  last: 'Last',
  best: 'Best',
  min: 'Least',
  max: 'Greatest',
  mean: 'Mean',
  first: 'First',
  count: 'Points',
  at: 'At step',
};

/** What a heading says, and what it is called in menus: "loss", "loss, best", "loss, at step 100". */
export function columnLabel(column: Column): string {
  if (column.kind === 'own') return ownLabels[column.name];
  const word = summaryWord(column);
  return word === '' ? column.key : `${column.key}, ${word}`;
}

/** The key without the prefix that the heading above it tells. */
export function shortLabel(column: Column): string {
  if (column.kind === 'own') return ownLabels[column.name];
  const prefix = keyPrefix(column.key);
  return prefix === undefined ? column.key : column.key.slice(prefix.length + 1);
}

/** What is shown of a metric, in lower case; nothing for its latest value. */
export function summaryWord(column: Column): string {
  if (column.kind === 'spark') return 'course';
  if (column.kind !== 'metrics' || column.summary === undefined) return '';
  const word = summaryWords[column.summary].toLowerCase();
  return column.summary === 'at' ? `${word} ${column.step ?? 0}` : word;
}

const kindWords = {
  own: '',
  metrics: 'Metrics',
  spark: 'Metrics',
  params: 'Parameters',
  tags: 'Tags',
} as const;

/** What stands above columns that belong together: their kind, and the prefix that their keys share. */
export function groupLabel(column: Column): string {
  const word = kindWords[column.kind];
  const prefix = column.kind === 'own' ? undefined : keyPrefix(column.key);
  return prefix === undefined ? word : `${word} · ${prefix}`;
}

/** `val` of `val/loss`, `optimizer` of `optimizer.lr`; none of `loss`. */
function keyPrefix(key: string): string | undefined {
  const at = Math.max(key.lastIndexOf('/'), key.lastIndexOf('.'));
  return at > 0 && at < key.length - 1 ? key.slice(0, at) : undefined;
}

const ownWidths: Readonly<Record<OwnColumn, number>> = {
  name: 280,
  status: 104,
  started: 112,
  ended: 112,
  duration: 112,
  experiment: 176,
  user: 104,
  id: 280,
};

export const leastWidth = 56;
export const mostWidth = 900;
const sparkWidth = 136;

/** Pixels a column has until someone drags its edge: enough for its heading and a number of five digits. */
export function usualWidth(column: Column): number {
  if (column.kind === 'own') return ownWidths[column.name];
  if (column.kind === 'spark') return sparkWidth;
  const word = summaryWord(column);
  const letters = shortLabel(column).length + (word === '' ? 0 : word.length + 1);
  const least = column.kind === 'metrics' ? 112 : 96;
  return Math.round(Math.min(260, Math.max(least, 56 + letters * 7)));
}
