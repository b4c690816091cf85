import type { OrderTerm, Span } from './filter-ast.ts';
import type { FilterDialect } from './filter-dialect.ts';
import { FilterFailure } from './filter-failure.ts';
import { readField } from './filter-field.ts';
import { tokenize } from './filter-tokens.ts';

/** The longest term that is read, in characters: some times the longest key with its quotes. */
const maxTermLength = 1000;
/** Each is another column to sort by. */
export const maxOrderTerms = 50;

/** Reads one `key [ASC|DESC]`. Throws nothing but `FilterFailure`, with positions in this term. */
export function parseOrderTerm(text: string, dialect: FilterDialect): OrderTerm {
  const whole: Span = { start: 0, end: text.length };
  if (text.length > maxTermLength) {
    throw new FilterFailure(`An order_by clause may have at most ${maxTermLength} characters.`, whole);
  }
  const [key, direction, ...rest] = tokenize(text);
  const isKey = key !== undefined && (key.kind === 'name' || key.text.startsWith('"'));
  const isEnd = direction === undefined || (direction.kind === 'name' && direction.apart);
  if (!isKey || !isEnd || rest.length > 0) {
    throw new FilterFailure(`Invalid order_by clause '${text}'. Could not be parsed.`, whole, [
      'a key, then ASC or DESC',
    ]);
  }
  const word = direction?.text.toLowerCase() ?? 'asc';
  if (word !== 'asc' && word !== 'desc') {
    throw new FilterFailure(`Invalid ordering key in order_by clause '${text}'.`, direction ?? whole, [
      'ASC',
      'DESC',
    ]);
  }
  const field = readField(key.text, key, dialect, dialect.orderable);
  if (field.entity === 'dataset') {
    throw new FilterFailure(`Invalid order_by entity type 'dataset'`, key);
  }
  return { field, ascending: word === 'asc' };
}

/** Reads all terms of an order. A key may be named once. */
export function parseOrder(texts: readonly string[], dialect: FilterDialect): readonly OrderTerm[] {
  if (texts.length > maxOrderTerms) {
    throw new FilterFailure(`An order may have at most ${maxOrderTerms} order_by clauses.`, {
      start: 0,
      end: 0,
    });
  }
  const seen = new Set<string>();
  return texts.map((text) => {
    const term = parseOrderTerm(text, dialect);
    const name = `${term.field.entity}.${term.field.key}`;
    if (seen.has(name)) {
      throw new FilterFailure(`\`order_by\` contains duplicate fields: ['${text}']`, {
        start: 0,
        end: text.length,
      });
    }
    seen.add(name);
    return term;
  });
}
