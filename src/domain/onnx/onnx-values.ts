import { protoFields } from './proto-fields.ts';

/** An input or output of a model: `float32 [batch, 3, 224, 224]`. */
export interface OnnxValue {
  readonly name: string;
  readonly type: string;
}

const elementTypes = [
  'undefined',
  'float32',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'int32',
  'int64',
  'string',
  'bool',
  'float16',
  'float64',
  'uint32',
  'uint64',
  'complex64',
  'complex128',
  'bfloat16',
  'float8e4m3fn',
  'float8e4m3fnuz',
  'float8e5m2',
  'float8e5m2fnuz',
  'uint4',
  'int4',
  'float4e2m1',
] as const;

/** UTF-8 without a decoder, which this room does not have: what is no UTF-8 becomes question marks. */
export function toText(bytes: Uint8Array): string {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '?')).join('');
  }
}

/** From a `ValueInfoProto`. */
export function readValue(bytes: Uint8Array): OnnxValue {
  let name = '';
  let type = 'unknown type';
  for (const field of protoFields(bytes)) {
    if (field.bytes === undefined) continue;
    if (field.number === 1) name = toText(field.bytes);
    if (field.number === 2) type = readType(field.bytes, 0);
  }
  return { name, type };
}

const containers: Readonly<Record<number, string>> = { 4: 'sequence of ', 9: 'optional ' };

function readType(bytes: Uint8Array, depth: number): string {
  for (const field of protoFields(bytes)) {
    if (field.bytes === undefined) continue;
    if (field.number === 1 || field.number === 8) return readTensorType(field.bytes);
    if (field.number === 5) return 'map';
    const container = containers[field.number];
    if (container === undefined || depth > 8) continue;
    for (const inner of protoFields(field.bytes)) {
      if (inner.number === 1 && inner.bytes !== undefined) {
        return container + readType(inner.bytes, depth + 1);
      }
    }
  }
  return 'unknown type';
}

function readTensorType(bytes: Uint8Array): string {
  let element = 'undefined';
  let shape: string | undefined;
  for (const field of protoFields(bytes)) {
    if (field.number === 1) element = elementTypes[Number(field.value)] ?? `type ${field.value}`;
    if (field.number === 2 && field.bytes !== undefined) shape = readShape(field.bytes);
  }
  return shape === undefined ? `${element}, any shape` : `${element} [${shape}]`;
}

function readShape(bytes: Uint8Array): string {
  const sizes: string[] = [];
  for (const field of protoFields(bytes)) {
    if (field.number !== 1 || field.bytes === undefined) continue;
    let size = '?';
    for (const part of protoFields(field.bytes)) {
      if (part.number === 1) size = String(BigInt.asIntN(64, part.value));
      if (part.number === 2 && part.bytes !== undefined) size = toText(part.bytes);
    }
    sizes.push(size);
  }
  return sizes.join(', ');
}

/** Name of a `TensorProto` and how many numbers it holds, from its beginning. */
export function readTensorHead(bytes: Uint8Array): { readonly name: string; readonly numbers: number } {
  let name = '';
  let numbers = 1;
  for (const field of protoFields(bytes)) {
    if (field.number === 1) {
      for (const size of field.bytes === undefined ? [field.value] : packedVarints(field.bytes)) {
        numbers *= Number(BigInt.asIntN(64, size));
      }
    }
    if (field.number === 8 && field.bytes !== undefined) name = toText(field.bytes);
  }
  return { name, numbers: Math.max(0, numbers) };
}

function packedVarints(bytes: Uint8Array): readonly bigint[] {
  const found: bigint[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    found.push(value);
    value = 0n;
    shift = 0n;
  }
  return found;
}
