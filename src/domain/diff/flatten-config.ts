import { type Literal, parseLiteral, printLiteral } from './literal.ts';
import { meaningOf } from './same-value.ts';

/** One value of a configuration. */
export interface ConfigValue {
  /** To be read. */
  readonly text: string;
  /** Two values mean the same where this is the same. */
  readonly meaning: string;
}

const mostPaths = 10_000;

/**
 * A configuration as paths and values: what is nested in a value is taken apart (`optimizer.lr`, `layers[0].units`).
 * Lists of plain values stay one value, compared in their order; of sets the order means nothing.
 */
export function flattenConfig(entries: Readonly<Record<string, string>>): ReadonlyMap<string, ConfigValue> {
  const found = new Map<string, ConfigValue>();
  for (const [key, text] of Object.entries(entries)) {
    const literal = parseLiteral(text);
    if (literal === undefined) found.set(key, { text, meaning: meaningOf(text) });
    else addLiteral(found, key, literal);
  }
  return found;
}

/** The same of a document read as a whole, such as a JSON file. Absent where the text is no list or map. */
export function flattenDocument(text: string): ReadonlyMap<string, ConfigValue> | undefined {
  const literal = parseLiteral(text);
  if (literal === undefined) return undefined;
  const found = new Map<string, ConfigValue>();
  addLiteral(found, '', literal);
  return found;
}

function addLiteral(found: Map<string, ConfigValue>, path: string, value: Literal): void {
  if (found.size >= mostPaths) return;
  if (value.kind === 'map' && value.entries.length > 0) {
    for (const [key, each] of value.entries) addLiteral(found, path === '' ? key : `${path}.${key}`, each);
  } else if (value.kind === 'list' && value.items.some((item) => item.kind !== 'scalar')) {
    for (const [index, item] of value.items.entries()) addLiteral(found, `${path}[${index}]`, item);
  } else {
    found.set(path === '' ? '(all)' : path, { text: printLiteral(value), meaning: meaningOfLiteral(value) });
  }
}

function meaningOfLiteral(value: Literal): string {
  if (value.kind === 'scalar') return meaningOf(value.text);
  if (value.kind === 'map') return '{}';
  const items = value.items.map(meaningOfLiteral);
  return value.kind === 'list' ? JSON.stringify(items) : `{${JSON.stringify(items.sort())}}`;
}
