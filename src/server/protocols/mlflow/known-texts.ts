import { addToHash, type PlainJson } from './plain-json.ts';

/** Texts by number, found by their bytes: no text is made for one that is known. */
export class KnownTexts {
  readonly #texts: string[] = [];
  readonly #bytes: Uint8Array[] = [];
  /** Open addressing: numbers plus one, 0 where a place is free. */
  #places = new Int32Array(64);

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.add(text);
  }

  get size(): number {
    return this.#texts.length;
  }

  /** The number of the text that was read last; -1 where it is not known. */
  find({ bytes, from, to, hash }: PlainJson): number {
    const places = this.#places;
    const mask = places.length - 1;
    for (let place = spread(hash) & mask; ; place = (place + 1) & mask) {
      const number = (places[place] ?? 0) - 1;
      if (number < 0) return -1;
      const known = this.#bytes[number];
      if (known !== undefined && known.length === to - from && isAt(bytes, from, known)) return number;
    }
  }

  /** Adds a text of ASCII that is not known yet; answers its number. */
  add(text: string): number {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const number = this.#texts.push(text) - 1;
    this.#bytes.push(bytes);
    if (this.#texts.length * 2 > this.#places.length) this.#grow();
    else this.#place(number, bytes);
    return number;
  }

  bytesOf(number: number): Uint8Array | undefined {
    return this.#bytes[number];
  }

  textOf(number: number): string {
    return this.#texts[number] ?? '';
  }

  #grow(): void {
    this.#places = new Int32Array(this.#places.length * 4);
    for (const [number, bytes] of this.#bytes.entries()) this.#place(number, bytes);
  }

  #place(number: number, bytes: Uint8Array): void {
    const places = this.#places;
    const mask = places.length - 1;
    let place = spread(bytes.reduce(addToHash, 0)) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = number + 1;
  }
}

/** The upper bits of the hash count as well. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function isAt(bytes: Uint8Array, from: number, known: Uint8Array): boolean {
  for (let index = 0; index < known.length; index += 1)
    if (bytes[from + index] !== known[index]) return false;
  return true;
}
