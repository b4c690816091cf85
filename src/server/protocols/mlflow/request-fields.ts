import type { Field, Fields, RequestOf } from '#contract/mlflow/rpc.ts';
import { MlflowFailure } from './failure.ts';
import { pythonType, showJson } from './json-text.ts';

const hint = 'See the API docs for more information about request parameters.';

export function missing(path: string): MlflowFailure {
  return new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Missing value for required parameter '${path}'. ${hint}`,
  );
}

export function mistyped(path: string, value: unknown): MlflowFailure {
  return new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Invalid value ${showJson(value)} for parameter '${path}' supplied:  Hint: Value was of type '${pythonType(value)}'. ${hint}`,
  );
}

export type RawMessage = Readonly<Record<string, unknown>>;

export function isMessage(value: unknown): value is RawMessage {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a request by its row of the table, as MLflow reads it: leniently in form, strictly in what is required. */
export function readFields<F extends Fields>(fields: F, raw: RawMessage, prefix = ''): RequestOf<F> {
  const found: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    found[name] = readField(field, takeRaw(raw, name, field.alias), `${prefix}${name}`);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built field by field from the very same table
  return found as RequestOf<F>;
}

function takeRaw(raw: RawMessage, name: string, alias: string | undefined): unknown {
  const direct = own(raw, name) ?? own(raw, toCamel(name));
  return direct === undefined && alias !== undefined ? (own(raw, alias) ?? own(raw, toCamel(alias))) : direct;
}

/** A member, `null` counting as absent; never what an object inherits. */
function own(raw: RawMessage, name: string): unknown {
  return Object.hasOwn(raw, name) ? (raw[name] ?? undefined) : undefined;
}

const camelNames = new Map<string, string>();

function toCamel(name: string): string {
  const known = camelNames.get(name);
  if (known !== undefined) return known;
  const camel = name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
  camelNames.set(name, camel);
  return camel;
}

function readField(field: Field, value: unknown, path: string): unknown {
  if (value === undefined || (value === '' && field.required === true)) {
    if (field.required === true) throw missing(path);
    return field.kind === 'texts' || field.kind === 'messages' ? [] : undefined;
  }
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string') throw mistyped(path, value);
      return value;
    case 'int64':
      return readInt64(value, path);
    case 'double':
      return readDouble(value, path);
    case 'flag':
      return readFlag(value, path);
    case 'choice':
      return readChoice(field.words, value, field.required === true ? path : undefined);
    default:
      return readNested(field, value, path);
  }
}

function readNested(
  field: Extract<Field, { readonly kind: 'texts' | 'message' | 'messages' }>,
  value: unknown,
  path: string,
): unknown {
  if (field.kind === 'message') {
    if (!isMessage(value)) throw mistyped(path, value);
    return readFields(field.fields, value, `${path}.`);
  }
  if (!Array.isArray(value)) throw mistyped(path, value);
  const items: readonly unknown[] = value;
  if (field.kind === 'texts') {
    for (const item of items) if (typeof item !== 'string') throw mistyped(path, value);
    if (field.required === true && items.length === 0) throw missing(path);
    return items;
  }
  return items.map((item, index) => {
    if (!isMessage(item)) throw mistyped(`${path}[${index}]`, item);
    return readFields(field.fields, item, `${path}[${index}].`);
  });
}

const int64Max = 9_223_372_036_854_775_807n;
const int64Min = -9_223_372_036_854_775_808n;

/**
 * Thrown where a number came that a double may have rounded: the request is then read again, exactly. Nothing has been
 * written by then, since calls read their whole request first.
 */
export class RoundedInteger extends Error {
  constructor() {
    super('This integer may have been rounded.');
    this.name = 'RoundedInteger';
  }
}

/** A 64-bit integer: a whole number, or one written as text. Beyond 2^53 it is a `bigint`. */
export function readInt64(value: unknown, path: string): number | bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  if (typeof value === 'number' && Number.isInteger(value)) throw new RoundedInteger();
  const exact = toBigInt(value);
  if (exact === undefined || exact > int64Max || exact < int64Min) throw mistyped(path, value);
  const near = Number(exact);
  return Number.isSafeInteger(near) ? near : exact;
}

function toBigInt(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return typeof value === 'string' && /^[+-]?\d{1,19}$/.test(value)
    ? BigInt(value.replace('+', ''))
    : undefined;
}

const doubleText = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const doubleWords: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity']);

export function readDouble(value: unknown, path: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' && (doubleWords.has(value) || doubleText.test(value))) return Number(value);
  throw mistyped(path, value);
}

function readFlag(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (word === 'true') return true;
  if (word === 'false') return false;
  throw mistyped(path, value);
}

function readChoice(
  words: readonly string[],
  value: unknown,
  required: string | undefined,
): string | undefined {
  const word = typeof value === 'number' ? words[value - 1] : words.find((each) => each === value);
  if (word === undefined && required !== undefined) throw mistyped(required, value);
  return word;
}
