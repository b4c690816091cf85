/** A value as configurations hold it. A `set` is a list whose order means nothing. */
export type Literal =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'list' | 'set'; readonly items: readonly Literal[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Literal])[] };

const deepest = 64;

/**
 * Reads what trackers keep of nested values: JSON, or Python's way of printing dicts, lists, tuples and sets. Absent
 * where the text is anything else, then it is a plain value.
 */
export function parseLiteral(text: string): Literal | undefined {
  if (!/^\s*[[{(]/.test(text)) return undefined;
  const reader = { text, at: 0 };
  const value = readValue(reader, 0);
  skipSpace(reader);
  return value !== undefined && reader.at === text.length ? value : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
}

const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

function readValue(reader: Reader, depth: number): Literal | undefined {
  skipSpace(reader);
  const sign = reader.text.charAt(reader.at);
  if (depth > deepest) return undefined;
  if (sign === '{') return readBraces(reader, depth);
  if (sign === '[' || sign === '(') return readList(reader, depth, closing[sign] ?? '');
  const text = sign === '"' || sign === "'" ? readQuoted(reader) : readBare(reader);
  return text === undefined ? undefined : { kind: 'scalar', text };
}

function readList(reader: Reader, depth: number, end: string): Literal | undefined {
  const items = readItems(reader, end, () => readValue(reader, depth + 1));
  return items === undefined ? undefined : { kind: 'list', items };
}

/** A dict or a set: what follows the first value tells. */
function readBraces(reader: Reader, depth: number): Literal | undefined {
  let isSet = false;
  const entries = readItems(reader, '}', () => {
    const key = readValue(reader, depth + 1);
    if (key === undefined) return undefined;
    skipSpace(reader);
    if (reader.text.charAt(reader.at) !== ':') {
      isSet = true;
      return [key, undefined] as const;
    }
    reader.at += 1;
    const value = readValue(reader, depth + 1);
    return value === undefined ? undefined : ([key, value] as const);
  });
  if (entries === undefined) return undefined;
  if (isSet) {
    const items = entries.flatMap(([item, value]) => (value === undefined ? [item] : []));
    return items.length === entries.length ? { kind: 'set', items } : undefined;
  }
  return {
    kind: 'map',
    entries: entries.flatMap(([key, value]) =>
      value === undefined ? [] : [[printLiteral(key), value] as const],
    ),
  };
}

/** Items between commas up to `end`; a comma may stand behind the last one, as Python writes it. */
function readItems<T>(reader: Reader, end: string, readItem: () => T | undefined): readonly T[] | undefined {
  const items: T[] = [];
  reader.at += 1;
  for (;;) {
    skipSpace(reader);
    if (reader.text.charAt(reader.at) === end) break;
    const item = readItem();
    if (item === undefined) return undefined;
    items.push(item);
    skipSpace(reader);
    if (reader.text.charAt(reader.at) === ',') reader.at += 1;
    else if (reader.text.charAt(reader.at) !== end) return undefined;
  }
  reader.at += 1;
  return items;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function readQuoted(reader: Reader): string | undefined {
  const quote = reader.text.charAt(reader.at);
  let text = '';
  for (reader.at += 1; reader.at < reader.text.length; reader.at += 1) {
    const sign = reader.text.charAt(reader.at);
    if (sign === quote) {
      reader.at += 1;
      return text;
    }
    if (sign !== '\\') text += sign;
    else text += readEscape(reader);
  }
  return undefined;
}

function readEscape(reader: Reader): string {
  reader.at += 1;
  const sign = reader.text.charAt(reader.at);
  const code = /^u([\da-f]{4})/i.exec(reader.text.slice(reader.at, reader.at + 5))?.[1];
  if (code === undefined) return escapes[sign] ?? sign;
  reader.at += 4;
  return String.fromCharCode(Number.parseInt(code, 16));
}

/** A number or a word, up to what ends it. */
function readBare(reader: Reader): string | undefined {
  const found = /^[^\s,:[\](){}"']+/.exec(reader.text.slice(reader.at, reader.at + 400))?.[0];
  if (found === undefined) return undefined;
  reader.at += found.length;
  return found;
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text.charAt(reader.at))) reader.at += 1;
}

/** A literal as one reads it, without quotes where none are needed. */
export function printLiteral(value: Literal): string {
  if (value.kind === 'scalar') return value.text;
  if (value.kind === 'map') {
    return `{${value.entries.map(([key, each]) => `${key}: ${printLiteral(each)}`).join(', ')}}`;
  }
  const items = value.items.map(printLiteral).join(', ');
  return value.kind === 'list' ? `[${items}]` : `{${items}}`;
}
