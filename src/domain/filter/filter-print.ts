import type { Comparison, Field, FilterNode, OrderTerm, Quote, QuotedText, ValueTerm } from './filter-ast.ts';
import { quoteEnd } from './filter-tokens.ts';

const written = {
  metric: 'metrics.',
  parameter: 'params.',
  tag: 'tags.',
  attribute: '',
  dataset: 'datasets.',
} as const;

/**
 * The text of a tree: what `parseFilter` reads back as the same tree.
 * A text that holds both kinds of quotes has no form in this language; `isPrintable` tells.
 */
export function printFilter(node: FilterNode): string {
  return node.kind === 'all' ? node.terms.map(printFilter).join(' AND ') : printComparison(node);
}

function printComparison(node: Comparison): string {
  const left = `${printField(node.field)} ${node.operator}`;
  switch (node.kind) {
    case 'null':
      return left;
    case 'number':
      return `${left} ${printNumber(node.value)}`;
    case 'text':
      return `${left} ${printText(node)}`;
    case 'list':
      return `${left} (${node.items.map(printText).join(', ')})`;
    default:
      return node satisfies never;
  }
}

/** `metrics.loss`, `min(metrics.loss)`, `at(metrics.loss, 100)`: what `parseTerm` reads back. */
export function printTerm({ field, summary, step }: ValueTerm): string {
  if (summary === undefined) return printField(field);
  return `${summary}(${printField(field)}${summary === 'at' ? `, ${step ?? 0}` : ''})`;
}

export function printOrderTerm({ ascending, ...term }: OrderTerm): string {
  return `${printTerm(term)}${ascending ? '' : ' DESC'}`;
}

const bareKey = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_$#]*(?:\.[\p{L}\p{N}_][\p{L}\p{M}\p{N}_$#]*)*$/u;

export function printField({ entity, key, quote }: Field): string {
  const prefix = written[entity];
  if (quote === undefined && (entity === 'attribute' || bareKey.test(key))) return `${prefix}${key}`;
  return `${prefix}${wrap(key, quote === undefined ? ['`', '"', "'"] : [quote])}`;
}

function printText({ value, quote }: QuotedText): string {
  return wrap(value, quote === undefined ? ["'", '"'] : [quote]);
}

/** Whether a key or text can be written at all. */
export function isPrintable(value: string): boolean {
  return (["'", '"'] as const).some((quote) => closes(value, quote));
}

function wrap(value: string, quotes: readonly Quote[]): string {
  const quote = quotes.find((each) => closes(value, each)) ?? quotes[0] ?? "'";
  return `${quote}${value}${quote}`;
}

function closes(value: string, quote: Quote): boolean {
  // Something follows, so that a quote behind a trailing backslash is not taken for the end.
  const text = `${quote}${value}${quote}`;
  return quoteEnd(`${text} ${quote}`, 0) === text.length;
}

/** Infinity, too, has a form: a literal no double can hold. */
function printNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return value > 0 ? '1e999' : '-1e999';
}
