import type { PointColumns } from '#domain/series/point-columns.ts';
import { KnownTexts } from './known-texts.ts';
import { isPlainKey } from './names.ts';
import { OddBody, type PlainJson } from './plain-json.ts';

/** The most metrics of a call: one with more is refused, in MLflow's words, by whoever reads it then. */
const maxMetrics = 1000;
/** The most keys that are remembered from call to call. */
const maxKnown = 20_000;

/** What a metric says, while it is read. */
export interface Metric {
  /** The place of its key among the keys of the call. */
  key: number;
  value: number;
  atMs: number;
  step: number;
}

/** The columns of one call after the other, in the same memory. Keys, and in which order they come, are remembered. */
export class BatchColumns {
  length = 0;
  readonly #keyIndex = new Float64Array(maxMetrics);
  readonly #steps = new Float64Array(maxMetrics);
  readonly #times = new Float64Array(maxMetrics);
  readonly #values = new Float64Array(maxMetrics);
  #known = new KnownTexts();
  /** For each known key the call it was last seen in, and its place among the keys of that call. */
  readonly #seenIn = new Float64Array(maxKnown + maxMetrics);
  readonly #placeOf = new Int32Array(maxKnown + maxMetrics);
  /** For each metric of a call the number of the key it had the last time. */
  readonly #keyBefore = new Int32Array(maxMetrics);
  #call = 0;
  #keys: string[] = [];

  begin(): void {
    if (this.#known.size > maxKnown) this.#known = new KnownTexts();
    this.#call += 1;
    this.#keys = [];
    this.length = 0;
  }

  /** Reads the key of the next metric, the quotation mark before it being read; answers its place. */
  readKey(json: PlainJson): number {
    const expected = this.#known.bytesOf(this.#keyBefore[this.length] ?? 0);
    const start = json.position;
    if (expected !== undefined && json.takes(expected) && json.isAtQuote())
      return this.#placed(this.#keyBefore[this.length] ?? 0);
    json.returnTo(start);
    json.restOfText();
    const found = this.#known.find(json);
    const number = found < 0 ? this.#learn(json.lastText()) : found;
    this.#keyBefore[this.length] = number;
    return this.#placed(number);
  }

  #placed(number: number): number {
    if (this.#seenIn[number] !== this.#call) {
      this.#seenIn[number] = this.#call;
      this.#placeOf[number] = this.#keys.push(this.#known.textOf(number)) - 1;
    }
    return this.#placeOf[number] ?? 0;
  }

  #learn(key: string): number {
    // Only keys beyond doubt are known.
    if (!isPlainKey(key)) throw new OddBody();
    return this.#known.add(key);
  }

  add({ key, value, atMs, step }: Metric): void {
    const at = this.length;
    if (at >= maxMetrics) throw new OddBody();
    this.#keyIndex[at] = key;
    this.#values[at] = value;
    this.#times[at] = atMs;
    this.#steps[at] = step;
    this.length = at + 1;
  }

  finish(): PointColumns {
    const { length } = this;
    return {
      keys: this.#keys,
      keyIndex: this.#keyIndex.slice(0, length),
      steps: this.#steps.slice(0, length),
      times: this.#times.slice(0, length),
      values: this.#values.slice(0, length),
      origins: [],
      originIndex: undefined,
    };
  }
}
