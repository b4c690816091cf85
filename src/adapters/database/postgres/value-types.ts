import { TypeOverrides } from 'pg';
import type { SqlValue } from '#server/ports/database.ts';

const typeIds = { boolean: 16, bytes: 17, int8: 20, numeric: 1700 };

/** Values as SQLite gives them: truth is 1 or 0, whole numbers are numbers as long as they are exact. */
export function createValueTypes(): TypeOverrides {
  const types = new TypeOverrides();
  types.setTypeParser(typeIds.boolean, (text) => (text === 't' ? 1 : 0));
  types.setTypeParser(typeIds.int8, toWhole);
  types.setTypeParser(typeIds.numeric, (text) => (/^-?\d+$/.test(text) ? toWhole(text) : Number(text)));
  types.setTypeParser(typeIds.bytes, toBytes);
  return types;
}

function toWhole(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

/** `\x` and two digits a byte. */
function toBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

/** SQLite has no NaN, so nobody has. */
export function toParameter(value: SqlValue): SqlValue {
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}
