import type { Field, Span } from './filter-ast.ts';
import type { FilterDialect } from './filter-dialect.ts';
import { quoteSet } from './filter-dialect.ts';
import { FilterFailure } from './filter-failure.ts';
import { quoteEnd, toQuote } from './filter-tokens.ts';

/**
 * Reads `entity.key` or a bare attribute. The text is cut at its first dot, even inside quotes, as MLflow cuts it.
 * @param names which attributes may stand here, as written
 */
export function readField(
  text: string,
  span: Span,
  dialect: FilterDialect,
  names: Readonly<Record<string, string>> = dialect.attributes,
): Field {
  const dotAt = text.indexOf('.');
  const entityText = dotAt === -1 ? '' : unquote(text.slice(0, dotAt), '`').text;
  const entity = dotAt === -1 ? 'attribute' : own(dialect.entities, entityText);
  if (entity === undefined) {
    const entitySpan = { start: span.start, end: span.start + Math.max(dotAt, 0) };
    throw new FilterFailure(
      dialect.messages.unknownEntity(entityText),
      entitySpan,
      Object.keys(dialect.entities),
    );
  }
  const keySpan = { start: span.start + dotAt + 1, end: span.end };
  const { text: key, quote } = unquote(text.slice(dotAt + 1));
  if (entity === 'attribute') {
    const canonical = own(names, key);
    if (canonical === undefined) {
      const message = `Invalid attribute key '${key}' specified. Valid keys are '${quoteSet(Object.keys(names))}'`;
      throw new FilterFailure(message, keySpan, Object.keys(names));
    }
    return { entity, key: canonical };
  }
  if (entity === 'dataset' && !dialect.datasetKeys.includes(key)) {
    const message = `Invalid dataset key '${key}' specified. Valid keys are '${quoteSet(dialect.datasetKeys)}'`;
    throw new FilterFailure(message, keySpan, dialect.datasetKeys);
  }
  return quote === undefined || entity === 'dataset' ? { entity, key } : { entity, key, quote };
}

/** Takes off the quotes round a whole text; there is no other escape. */
export function unquote(
  text: string,
  only?: string,
): { readonly text: string; readonly quote?: '"' | "'" | '`' } {
  const quote = toQuote(text[0]);
  const isQuoted = quote !== undefined && (only ?? quote) === quote && quoteEnd(text, 0) === text.length;
  return isQuoted ? { text: text.slice(1, -1), quote } : { text };
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
