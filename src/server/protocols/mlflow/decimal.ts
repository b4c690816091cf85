/** Powers of ten that doubles hold exactly. */
const tens = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

const tenths = tens.map((ten) => 1 / ten);

const zero = 0x30;
const nine = 0x39;
const minus = 0x2d;
const plus = 0x2b;
const dot = 0x2e;
const bigE = 0x45;
const smallE = 0x65;

/** A number found in bytes of JSON. */
export interface FoundNumber {
  /** NaN where there is no number of JSON's. */
  value: number;
  /** The first byte after it. */
  end: number;
}

/** Digits as whole numbers: up to 9 in `high`, up to 8 more in `low`, each exact; `count` is of all that matter. */
const digits = { high: 0, low: 0, count: 0 };

/**
 * Reads a number of JSON's straight from bytes: to the very double that `JSON.parse` would read, without making a text
 * of it first. A logging call has two thousand of them.
 * @param found where the outcome is put, so that nothing is made for each number
 */
export function readDecimal(bytes: Uint8Array, start: number, found: FoundNumber): void {
  const negative = bytes[start] === minus;
  const first = negative ? start + 1 : start;
  digits.high = 0;
  digits.low = 0;
  digits.count = 0;
  found.value = Number.NaN;
  found.end = takeDigits(bytes, first);
  if (found.end === first || (bytes[first] === zero && found.end > first + 1)) return;
  const scale = bytes[found.end] === dot ? readFraction(bytes, found) : 0;
  const exponent = isExponent(bytes[found.end]) ? readExponent(bytes, found) : 0;
  if (Number.isNaN(scale + exponent)) return;
  const size = scaled(digits.high, digits.low, digits.count, exponent - scale);
  const exact = Number.isNaN(size) ? toNumber(bytes, first, found.end) : size;
  found.value = negative ? -exact : exact;
}

/** Takes digits from a place on; answers where they end. */
function takeDigits(bytes: Uint8Array, from: number): number {
  let { high, low, count } = digits;
  let at = from;
  for (; ; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < zero || byte > nine) break;
    if (count < 9) high = high * 10 + (byte - zero);
    else if (count < 17) low = low * 10 + (byte - zero);
    if (count > 0 || byte > zero) count += 1;
  }
  digits.high = high;
  digits.low = low;
  digits.count = count;
  return at;
}

/** Reads the digits behind the dot at `found.end`, which moves behind them; answers how many, NaN where none. */
function readFraction(bytes: Uint8Array, found: FoundNumber): number {
  const first = found.end + 1;
  found.end = takeDigits(bytes, first);
  return found.end === first ? Number.NaN : found.end - first;
}

function isExponent(byte: number | undefined): boolean {
  return byte === smallE || byte === bigE;
}

/** The exponent whose `e` is at `found.end`, which moves behind it; NaN where it has no digits. */
function readExponent(bytes: Uint8Array, found: FoundNumber): number {
  let at = found.end + 1;
  const negative = bytes[at] === minus;
  if (negative || bytes[at] === plus) at += 1;
  const first = at;
  let exponent = 0;
  for (let byte = bytes[at] ?? 0; byte >= zero && byte <= nine; byte = bytes[at] ?? 0) {
    exponent = Math.min(exponent * 10 + (byte - zero), 9999);
    at += 1;
  }
  if (at === first) return Number.NaN;
  found.end = at;
  return negative ? -exponent : exponent;
}

/** The double nearest to digits times a power of ten; NaN where that takes more care than is taken here. */
function scaled(high: number, low: number, count: number, power: number): number {
  if (count > 17 || power > 22 || power < -22) return Number.NaN;
  if (count <= 9) return power < 0 ? high / (tens[-power] ?? 1) : high * (tens[power] ?? 1);
  // Exact: nine digits times a power of five up to the eighth fit into a double, and a power of two is free.
  const upper = high * (tens[count - 9] ?? 1);
  const whole = upper + low;
  if (count <= 15) return power < 0 ? whole / (tens[-power] ?? 1) : whole * (tens[power] ?? 1);
  if (power >= 0) return power === 0 ? whole : Number.NaN;
  return divided(whole, low - (whole - upper), -power);
}

/**
 * (a + rest) / 10^exponent, correctly rounded, where `rest` is what `a` lacks; NaN where it lies too near to the middle
 * of two doubles.
 */
function divided(a: number, rest: number, exponent: number): number {
  const divisor = tens[exponent] ?? 1;
  const quotient = a / divisor;
  const product = quotient * divisor;
  const missing = a - product - productError(quotient, divisor, product) + rest;
  const more = missing * (tenths[exponent] ?? 1);
  const sum = quotient + more;
  const left = more - (sum - quotient);
  // What is neglected is less than a millionth of what is left over: if that changes nothing, nothing can.
  return sum + left * 1.000_001 === sum ? sum : Number.NaN;
}

/** What a product of two doubles lacks, exactly (Dekker). */
function productError(a: number, b: number, product: number): number {
  const upperA = upperHalf(a);
  const upperB = upperHalf(b);
  const lowerA = a - upperA;
  const lowerB = b - upperB;
  return lowerA * lowerB - (product - upperA * upperB - lowerA * upperB - upperA * lowerB);
}

function upperHalf(value: number): number {
  const spread = value * 134_217_729;
  return spread - (spread - value);
}

function toNumber(bytes: Uint8Array, first: number, end: number): number {
  let text = '';
  for (let at = first; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return Number(text);
}
