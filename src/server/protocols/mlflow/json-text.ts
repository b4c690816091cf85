import { MlflowFailure } from './failure.ts';
import { parseLenientJson } from './lenient-json.ts';

/**
 * Parses a body. The bare words `NaN` and `Infinity`, which Python's `json.dumps` writes, are read as the numbers they
 * mean. Integers beyond 2^53 are rounded: `parseExactBody` keeps them, for the rare call that needs it.
 */
export function parseBody(source: string): unknown {
  if (source === '') return {};
  try {
    const value: unknown = JSON.parse(source);
    return value;
  } catch {
    return parseExactBody(source);
  }
}

/** The same, many times slower, with integers beyond 2^53 as `bigint`. */
export function parseExactBody(source: string): unknown {
  if (source === '') return {};
  try {
    return parseLenientJson(source);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not as expected';
    throw new MlflowFailure('BAD_REQUEST', `The request body is not valid JSON: ${why}`);
  }
}

const shownLength = 500;

/** A value as MLflow shows it in a message: compact JSON with sorted keys. Long ones are cut. */
export function showJson(value: unknown): string {
  const shown = stringify(value);
  return shown.length > shownLength ? `${shown.slice(0, shownLength)}…` : shown;
}

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, each: unknown) => showable(each)) ?? 'null';
  } catch {
    // Nested too deeply to print.
    return '…';
  }
}

function showable(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The name that Python has for the type of a value that came as JSON. */
export function pythonType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    default:
      return 'dict';
  }
}

/** A text as Python's `repr` writes it. */
export function pythonText(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `${quote}${escaped}${quote}`;
}
