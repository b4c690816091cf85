import {
  type Condition,
  type Expression,
  type Field,
  type FilterNode,
  type OrderTerm,
  type Quote,
  type QuotedText,
  type ValueTerm,
  type WordsCondition,
} from './filter-ast.ts';
import { isBareWord } from './bare-word.ts';
import { quoteEnd } from './filter-tokens.ts';

const written = {
  metric: 'metrics.',
  parameter: 'params.',
  tag: 'tags.',
  attribute: '',
  dataset: 'datasets.',
} as const;

/**
 * The text of a tree: what `parseStudioFilter` (and `parseFilter`, of a plain one) reads back as the same tree.
 * A text that holds both kinds of quotes has no form in this language; `isPrintable` tells.
 */
export function printFilter(node: FilterNode): string {
  switch (node.kind) {
    case 'all': {
      const [only] = node.terms;
      if (only !== undefined && node.terms.length === 1) return printFilter(only);
      return node.terms.map(printInside).join(' AND ');
    }
    case 'any':
      return node.terms.map(printInside).join(' OR ');
    case 'not':
      return `NOT ${printInside(node.term)}`;
    default:
      return printCondition(node);
  }
}

function printInside(node: FilterNode): string {
  return node.kind === 'all' || node.kind === 'any' ? `(${printFilter(node)})` : printFilter(node);
}

export function printCondition(node: Condition): string {
  switch (node.kind) {
    case 'null':
      return `${printTerm(node)} ${node.operator}`;
    case 'number':
      return `${printTerm(node)} ${node.operator} ${printNumber(node.value)}`;
    case 'text':
    case 'match':
      return `${printField(node.field)} ${node.operator} ${printText(node)}`;
    case 'list':
      return `${printField(node.field)} ${node.operator} (${node.items.map(printText).join(', ')})`;
    case 'numbers':
      return `${printExpression(node.left)} ${node.operator} (${node.items.map(printNumber).join(', ')})`;
    case 'measure':
      return `${printExpression(node.left)} ${node.operator} ${printExpression(node.right)}`;
    case 'range':
      return `${printExpression(node.left)} ${node.operator} ${printExpression(node.low)} AND ${printExpression(node.high)}`;
    case 'flag':
      return printTerm(node);
    case 'words':
      return printWords(node);
    default:
      return node satisfies never;
  }
}

const precedence = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

export function printExpression(node: Expression): string {
  switch (node.kind) {
    case 'constant':
      return printNumber(node.value);
    case 'moment':
    case 'duration':
      return printText(node);
    case 'value':
      return printTerm(node.term);
    case 'arithmetic': {
      const own = precedence[node.operator];
      const left = printOperand(node.left, own);
      return `${left} ${node.operator} ${printOperand(node.right, own + 1)}`;
    }
    default:
      return node satisfies never;
  }
}

/** @param least how close an operation must bind to stand there without parentheses */
function printOperand(node: Expression, least: number): string {
  const text = printExpression(node);
  return node.kind === 'arithmetic' && precedence[node.operator] < least ? `(${text})` : text;
}

function printWords(node: WordsCondition): string {
  return node.quote === undefined && isBareWord(node.value) ? node.value : printText(node);
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
export function printNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return value > 0 ? '1e999' : '-1e999';
}
