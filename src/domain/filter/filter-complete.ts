import { type Entity, type Operator, type Span } from './filter-ast.ts';
import type { FilterDialect } from './filter-dialect.ts';
import { FilterFailure } from './filter-failure.ts';
import { readField } from './filter-field.ts';
import { isWord } from './filter-clauses.ts';
import { type Token, tokenize, toQuote } from './filter-tokens.ts';

/** What may come at the cursor. `replace` is the text that a choice takes the place of; `typed` is what it starts with. */
export type Completion = { readonly replace: Span; readonly typed: string } & (
  | {
      /** An entity (`metrics.`) or an attribute. */
      readonly expects: 'field';
      readonly options: readonly string[];
    }
  | { readonly expects: 'key'; readonly entity: Entity; readonly options: readonly string[] }
  | { readonly expects: 'operator'; readonly options: readonly Operator[] }
  | {
      readonly expects: 'value';
      readonly entity: Entity;
      readonly key: string;
      readonly valueKind: 'number' | 'text' | 'list';
      readonly options: readonly string[];
    }
  | { readonly expects: 'separator'; readonly options: readonly ['AND'] }
);

/** Pure and quick enough for every key stroke; never throws. */
export function completeFilter(text: string, cursor: number, dialect: FilterDialect): Completion {
  const before = joinOpenQuote(tokenize(text.slice(0, cursor)), cursor, text);
  const last = before.at(-1);
  const touches = last?.end === cursor && ['name', 'keyword', 'quoted', 'number', 'junk'].includes(last.kind);
  const done = touches ? before.slice(0, -1) : before;
  const replace = touches ? { start: last.start, end: cursor } : { start: cursor, end: cursor };
  const typed = text.slice(replace.start, replace.end);
  const clause = openClause(done);
  const [left] = clause;
  if (left === undefined) return completeField(typed, replace, dialect);
  const field = fieldOf(left, dialect);
  if (field === undefined) return completeField(typed, replace, dialect);
  const allowed = dialect.operators(field.entity, field.key);
  const operator = operatorOf(clause.slice(1), allowed);
  if (operator === undefined) return { expects: 'operator', replace, typed, options: allowed };
  if (isComplete(clause, operator)) return { expects: 'separator', replace, typed, options: ['AND'] };
  const valueKind = operator.endsWith('IN') ? 'list' : allowed.includes('>') ? 'number' : 'text';
  const options = field.entity === 'attribute' && field.key === 'status' ? statuses : [];
  return { expects: 'value', replace, typed, entity: field.entity, key: field.key, valueKind, options };
}

/** Quotes that are still open reach to the cursor: one value, or the key of the name right before them. */
function joinOpenQuote(tokens: readonly Token[], cursor: number, text: string): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'junk' && toQuote(token.text) !== undefined);
  const open = tokens[at];
  if (open === undefined) return tokens;
  const name = tokens[at - 1];
  const isKey = name !== undefined && name.text.endsWith('.') && !open.apart;
  const start = isKey ? name.start : open.start;
  const joined: Token = {
    kind: isKey ? 'name' : 'quoted',
    text: text.slice(start, cursor),
    start,
    end: cursor,
    apart: true,
  };
  return [...tokens.slice(0, isKey ? at - 1 : at), joined];
}

const statuses = ['RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'];

function completeField(typed: string, replace: Span, dialect: FilterDialect): Completion {
  const dotAt = typed.indexOf('.');
  const entity = dotAt === -1 ? undefined : dialect.entities[typed.slice(0, dotAt).replaceAll('`', '')];
  if (entity !== undefined) {
    const start = replace.start + dotAt + 1;
    const options =
      entity === 'attribute' ? attributeNames(dialect) : entity === 'dataset' ? dialect.datasetKeys : [];
    return {
      expects: 'key',
      replace: { start, end: replace.end },
      typed: typed.slice(dotAt + 1),
      entity,
      options,
    };
  }
  const prefixes = preferred(dialect).map((name) => `${name}.`);
  return { expects: 'field', replace, typed, options: [...prefixes, ...attributeNames(dialect)] };
}

/** One spelling for each entity but the attributes, whose prefix nobody needs: the plural, as the documents write. */
function preferred(dialect: FilterDialect): readonly string[] {
  const spellings = Object.entries(dialect.entities).filter(([, entity]) => entity !== 'attribute');
  const last = new Map(spellings.map(([name, entity]) => [entity, name]));
  return [...last.values()];
}

function attributeNames(dialect: FilterDialect): readonly string[] {
  return [...new Set(Object.values(dialect.attributes))];
}

/** The tokens since the last whole clause: where the cursor's clause began. */
function openClause(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (depth <= 0 && isWord(token, 'AND')) start = index + 1;
  }
  return tokens.slice(start);
}

function fieldOf(token: Token, dialect: FilterDialect) {
  try {
    return readField(token.text, token, dialect);
  } catch (error) {
    if (error instanceof FilterFailure) return undefined;
    throw error;
  }
}

/** The operator that the tokens begin with; the longest one counts. */
function operatorOf(tokens: readonly Token[], allowed: readonly Operator[]): Operator | undefined {
  const words = tokens.map((token) => token.text.toUpperCase());
  return allowed
    .filter((operator) => operator.split(' ').every((word, index) => words[index] === word))
    .sort((a, b) => b.length - a.length)[0];
}

function isComplete(clause: readonly Token[], operator: Operator): boolean {
  if (operator.startsWith('IS ')) return true;
  const right = clause.slice(1 + operator.split(' ').length);
  return operator.endsWith('IN') ? right.at(-1)?.kind === 'close' : right.length > 0;
}
