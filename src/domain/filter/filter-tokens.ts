import type { Quote, Span } from './filter-ast.ts';

/**
 * The pieces of a filter. `name` is a whole identifier with its dots and quoted parts (`metrics."val/loss"`);
 * `quoted` is one string in single or double quotes; `call` is a word with parentheses right behind it;
 * `junk` is whatever the language has no use for, comments included.
 */
export type TokenKind =
  'name' | 'keyword' | 'quoted' | 'number' | 'operator' | 'call' | 'open' | 'close' | 'comma' | 'junk';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** White space stands before it, or nothing. */
  readonly apart: boolean;
}

/** Words that are no keys by themselves, in upper case. */
export const keywords: ReadonlySet<string> = new Set([
  'AND',
  'OR',
  'NOT',
  'IN',
  'IS',
  'NULL',
  'LIKE',
  'ILIKE',
  'RLIKE',
  'BETWEEN',
]);

const space = /\s+/y;
const comment = /--[^\r\n]*|\/\*(?:[^]*?\*\/|[^]*)|# [^\r\n]*/y;
const number = /-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?(?![\p{L}\p{N}_$#])/iuy;
const word = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_$#]*/uy;
const dot = /\s*\.\s*/y;
const closeDot = /\./y;
const operator = /[<>=~!]+/y;

/**
 * Cuts a text into tokens; never fails.
 * @param calls whether a name with the parentheses right behind it, or with white space beside its dots, is one token
 *   (as MLflow has it), or each piece its own
 */
export function tokenize(text: string, calls: 'joined' | 'apart' = 'joined'): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let apart = true;
  while (at < text.length) {
    const blank = endOf(space, text, at);
    if (blank !== undefined) {
      at = blank;
      apart = true;
      continue;
    }
    const { kind, end } = nextToken(text, at, calls);
    tokens.push({ kind, text: text.slice(at, end), start: at, end, apart });
    at = end;
    apart = false;
  }
  return tokens;
}

interface Found {
  readonly kind: TokenKind;
  readonly end: number;
}

const single: Readonly<Record<string, TokenKind>> = { '(': 'open', ')': 'close', ',': 'comma' };

function nextToken(text: string, at: number, calls: 'joined' | 'apart'): Found {
  const commented = endOf(comment, text, at);
  if (commented !== undefined) return { kind: 'junk', end: commented };
  const numbered = endOf(number, text, at);
  if (numbered !== undefined) return { kind: 'number', end: numbered };
  const operated = endOf(operator, text, at);
  if (operated !== undefined) return { kind: 'operator', end: operated };
  const char = text[at] ?? '';
  const kind = single[char];
  if (kind !== undefined) return { kind, end: at + 1 };
  return (
    readName(text, at, calls) ?? {
      kind: 'junk',
      end: at + String.fromCodePoint(text.codePointAt(at) ?? 0).length,
    }
  );
}

function readName(text: string, at: number, calls: 'joined' | 'apart'): Found | undefined {
  const first = endOf(word, text, at);
  if (first !== undefined) {
    const upper = text.slice(at, first).toUpperCase();
    const rest = readParts(text, first, calls);
    if (rest === first && keywords.has(upper)) return { kind: 'keyword', end: first };
    if (calls === 'joined' && text[rest] === '(') return { kind: 'call', end: closing(text, rest) };
    return { kind: 'name', end: rest };
  }
  const end = quoteEnd(text, at);
  if (end === undefined) return undefined;
  const rest = text[at] === "'" ? end : readParts(text, end, calls);
  return { kind: rest === end && text[at] !== '`' ? 'quoted' : 'name', end: rest };
}

/** The dotted parts after the first: words and quoted keys. A dot at the very end belongs to the name. */
function readParts(text: string, from: number, calls: 'joined' | 'apart'): number {
  let at = from;
  for (;;) {
    const dotted = endOf(calls === 'joined' ? dot : closeDot, text, at);
    if (dotted === undefined) return at;
    const part = endOf(word, text, dotted) ?? quoteEnd(text, dotted);
    // Without a part, the dot alone is taken: white space behind it is not the name's.
    at = part ?? text.indexOf('.', at) + 1;
  }
}

/** Where the parenthesis that opens at `at` is closed again, or the end of the text. */
function closing(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return text.length;
}

/**
 * Where the quotes that open at `at` end. There are no escapes in values, yet a doubled quote and a quote behind a
 * backslash do not end one (so MLflow's tokenizer has it), unless no other quote follows that could.
 */
export function quoteEnd(text: string, at: number): number | undefined {
  const quote = toQuote(text[at]);
  if (quote === undefined) return undefined;
  let fallback: number | undefined;
  let index = at + 1;
  while (index < text.length) {
    const char = text[index];
    const next = text[index + 1];
    if (char === quote) {
      if (next !== quote) return index + 1;
      fallback = index + 1;
      index += 2;
    } else if (char === '\\' && quote !== '`' && (next === '\\' || next === quote)) {
      if (next === quote) fallback = index + 2;
      index += 2;
    } else {
      index += 1;
    }
  }
  return fallback;
}

export function toQuote(char: string | undefined): Quote | undefined {
  return char === "'" || char === '"' || char === '`' ? char : undefined;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
