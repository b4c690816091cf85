/**
 * Columns of numbers of equal length in few bytes. Each column is written in the narrowest form that gives back the
 * very same numbers: one constant, small offsets from a base, single or double precision, 64-bit integers.
 *
 * Layout (little-endian, as every platform that Atelier runs on): `u32` rows, `u8` columns, a form byte a column,
 * then, each beginning at a multiple of 8 bytes, a column's base (`f64`, forms 0 to 3) and its data.
 */
export type Column = Float64Array | BigInt64Array;

const constant = 0;
const offset8 = 1;
const offset16 = 2;
const offset32 = 3;
const single = 4;
const double = 5;
const integer64 = 6;

const bytesPerRow = [0, 1, 2, 4, 4, 8, 8] as const;

export function packColumns(columns: readonly Column[]): Uint8Array<ArrayBuffer> {
  const rows = columns[0]?.length ?? 0;
  const plans = columns.map((column) => planColumn(column));
  const headerBytes = align(5 + columns.length);
  const size = plans.reduce((sum, plan) => sum + columnBytes(plan.form, rows), headerBytes);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, rows, true);
  bytes[4] = columns.length;
  let at = headerBytes;
  for (const [index, plan] of plans.entries()) {
    bytes[5 + index] = plan.form;
    writeColumn(bytes.buffer, at, columns[index] ?? new Float64Array(), plan);
    at += columnBytes(plan.form, rows);
  }
  return bytes;
}

/** Packed columns, opened for reading; nothing is decoded yet. */
export interface PackedColumns {
  readonly rows: number;
  readonly buffer: ArrayBufferLike;
  readonly forms: Uint8Array;
  /** Where each column's data (or base) begins in `buffer`. */
  readonly starts: readonly number[];
}

export function openColumns(packed: Uint8Array): PackedColumns {
  // Typed arrays need aligned places; what a driver hands over may begin anywhere.
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice();
  const rows = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const count = bytes[4] ?? 0;
  const forms = bytes.subarray(5, 5 + count);
  let at = bytes.byteOffset + align(5 + count);
  const starts: number[] = [];
  for (const form of forms) {
    starts.push(at);
    at += columnBytes(form, rows);
  }
  return { rows, buffer: bytes.buffer, forms, starts };
}

/** Whether a column holds integers that doubles could not. */
export function isIntegerColumn(packed: PackedColumns, index: number): boolean {
  return packed.forms[index] === integer64;
}

/** Writes a column into `target` from `at` on; 64-bit integers are rounded to doubles. */
export function copyColumn(packed: PackedColumns, index: number, target: Float64Array, at = 0): void {
  const { rows, buffer } = packed;
  const form = packed.forms[index] ?? constant;
  const start = packed.starts[index] ?? 0;
  if (form === double) return target.set(new Float64Array(buffer, start, rows), at);
  if (form === single) return target.set(new Float32Array(buffer, start, rows), at);
  if (form === integer64) {
    const integers = new BigInt64Array(buffer, start, rows);
    for (let row = 0; row < rows; row += 1) target[at + row] = Number(integers[row]);
    return;
  }
  const base = new Float64Array(buffer, start, 1)[0] ?? 0;
  if (form === constant) target.fill(base, at, at + rows);
  else addOffsets(target.subarray(at, at + rows), base, offsetView(form, buffer, start + 8, rows));
}

export function readColumn(packed: PackedColumns, index: number): Float64Array<ArrayBuffer> {
  const column = new Float64Array(packed.rows);
  copyColumn(packed, index, column);
  return column;
}

/** A column as it was packed. */
export function readExactColumn(packed: PackedColumns, index: number): Column {
  if (!isIntegerColumn(packed, index)) return readColumn(packed, index);
  return new BigInt64Array(packed.buffer, packed.starts[index], packed.rows).slice();
}

interface Plan {
  readonly form: number;
  readonly base: number;
}

function planColumn(column: Column): Plan {
  return column instanceof BigInt64Array ? { form: integer64, base: 0 } : planNumbers(column);
}

function planNumbers(column: Float64Array): Plan {
  const first = column[0] ?? 0;
  let same = true;
  let whole = true;
  let short = true;
  let least = Infinity;
  let greatest = -Infinity;
  // By index: this is on the way of every logging call.
  for (let index = 0; index < column.length; index += 1) {
    const value = column[index] ?? 0;
    if (same) same = Object.is(value, first);
    if (short) short = Math.fround(value) === value || Number.isNaN(value);
    if (!whole) continue;
    whole = Number.isSafeInteger(value) && !Object.is(value, -0);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (same) return { form: constant, base: first };
  if (whole && greatest - least <= 0xff_ff_ff_ff) return { form: offsetForm(greatest - least), base: least };
  return { form: short ? single : double, base: 0 };
}

function offsetForm(range: number): number {
  return range <= 0xff ? offset8 : range <= 0xff_ff ? offset16 : offset32;
}

function writeColumn(buffer: ArrayBuffer, start: number, column: Column, { form, base }: Plan): void {
  if (column instanceof BigInt64Array) return new BigInt64Array(buffer, start, column.length).set(column);
  if (form === double) return new Float64Array(buffer, start, column.length).set(column);
  if (form === single) return new Float32Array(buffer, start, column.length).set(column);
  new Float64Array(buffer, start, 1)[0] = base;
  if (form === constant) return;
  const offsets = offsetView(form, buffer, start + 8, column.length);
  for (let row = 0; row < column.length; row += 1) offsets[row] = (column[row] ?? 0) - base;
}

type Offsets = Uint8Array | Uint16Array | Uint32Array;

function offsetView(form: number, buffer: ArrayBufferLike, start: number, rows: number): Offsets {
  if (form === offset8) return new Uint8Array(buffer, start, rows);
  return form === offset16 ? new Uint16Array(buffer, start, rows) : new Uint32Array(buffer, start, rows);
}

function addOffsets(target: Float64Array, base: number, offsets: Offsets): void {
  for (let row = 0; row < offsets.length; row += 1) target[row] = base + (offsets[row] ?? 0);
}

function columnBytes(form: number, rows: number): number {
  return (form <= offset32 ? 8 : 0) + align(rows * (bytesPerRow[form] ?? 0));
}

function align(bytes: number): number {
  return (bytes + 7) & ~7;
}
