import { type FoundNumber, readDecimal } from './decimal.ts';

/** Thrown where a body is not of the plain kind that is read here: it is then read the general way. */
export class OddBody extends Error {
  constructor() {
    super('This body is not of the plain kind.');
    this.name = 'OddBody';
  }
}

const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;
const del = 0x7f;
const space = 0x20;
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const colon = 0x3a;
const comma = 0x2c;
const dot = 0x2e;
const smallE = 0x65;
const bigE = 0x45;

/** So many digits are an integer that doubles hold exactly, whatever the digits are. */
const exactDigits = 15;

/**
 * A cursor over the bytes of a JSON text that takes nothing but printable ASCII without escapes, and numbers. Whatever
 * else comes throws `OddBody`.
 */
export class PlainJson {
  readonly bytes: Uint8Array;
  /** Where the text read last lies, without its quotes, and its hash. */
  from = 0;
  to = 0;
  hash = 0;
  #at = 0;
  readonly #number: FoundNumber = { value: 0.5, end: 0 };

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next byte that is no blank. */
  peek(): number {
    const { bytes } = this;
    let at = this.#at;
    let byte = bytes[at] ?? 0;
    while (byte === space || byte === lineFeed || byte === carriageReturn || byte === tab) {
      at += 1;
      byte = bytes[at] ?? 0;
    }
    this.#at = at;
    return byte;
  }

  /** Takes this byte, which must come next. */
  expect(byte: number): void {
    if (this.peek() !== byte) throw new OddBody();
    this.#at += 1;
  }

  /** After an element: true when another follows, false when its list or object ends here with `close`. */
  continues(close: number): boolean {
    const byte = this.peek();
    this.#at += 1;
    if (byte === comma) return true;
    if (byte === close) return false;
    throw new OddBody();
  }

  /** Where the reading stands. */
  get position(): number {
    return this.#at;
  }

  returnTo(position: number): void {
    this.#at = position;
  }

  /** Takes these bytes where they come next, blanks and all. */
  takes(expected: Uint8Array): boolean {
    const { bytes } = this;
    const from = this.#at;
    for (let index = 0; index < expected.length; index += 1)
      if (bytes[from + index] !== expected[index]) return false;
    this.#at = from + expected.length;
    return true;
  }

  /** Whether the byte that comes next, blanks not skipped, is a quotation mark. */
  isAtQuote(): boolean {
    return this.bytes[this.#at] === quote;
  }

  /** Whether a comma stands so many bytes further. */
  isComma(offset: number): boolean {
    return this.bytes[this.#at + offset] === comma;
  }

  /** Reads the text that comes next: where it lies and its hash. */
  text(): void {
    this.openText();
    this.restOfText();
    this.closeText();
  }

  openText(): void {
    this.expect(quote);
  }

  closeText(): void {
    this.#at += 1;
  }

  /** Reads the text that was opened, up to its closing quotation mark. */
  restOfText(): void {
    const { bytes } = this;
    let at = this.#at;
    this.from = at;
    let hash = 0;
    for (let byte = bytes[at] ?? 0; byte !== quote; byte = bytes[at] ?? 0) {
      if (byte < space || byte >= del || byte === backslash) throw new OddBody();
      hash = addToHash(hash, byte);
      at += 1;
    }
    this.to = at;
    this.hash = hash;
    this.#at = at;
  }

  /** Reads the name of a member, as a text, with its colon. */
  name(): void {
    this.text();
    this.expect(colon);
  }

  number(): number {
    this.peek();
    readDecimal(this.bytes, this.#at, this.#number);
    const { value, end } = this.#number;
    if (Number.isNaN(value)) throw new OddBody();
    this.#at = end;
    return value;
  }

  /** A whole number of few enough digits to be exact. */
  integer(): number {
    const negative = this.peek() === minus;
    const { bytes } = this;
    const from = negative ? this.#at + 1 : this.#at;
    let at = from;
    let value = 0;
    for (let byte = bytes[at] ?? 0; byte >= zero && byte <= nine; byte = bytes[at] ?? 0) {
      value = value * 10 + (byte - zero);
      at += 1;
    }
    const length = at - from;
    const isPlain = length > 0 && length <= exactDigits && (bytes[from] !== zero || length === 1);
    // A fraction or an exponent may follow: then it is no integer by its form.
    if (!isPlain || this.#isFraction(at) || (negative && value === 0)) throw new OddBody();
    this.#at = at;
    return negative ? -value : value;
  }

  #isFraction(at: number): boolean {
    const byte = this.bytes[at] ?? 0;
    return byte === dot || byte === smallE || byte === bigE;
  }

  /** Nothing but blanks may follow. */
  end(): void {
    this.peek();
    if (this.#at < this.bytes.length) throw new OddBody();
  }

  /** The text read last. */
  lastText(): string {
    let text = '';
    for (let at = this.from; at < this.to; at += 1) text += String.fromCharCode(this.bytes[at] ?? 0);
    return text;
  }
}

/** The hash of a text (FNV-1a), byte by byte. */
export function addToHash(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01_00_01_93);
}
