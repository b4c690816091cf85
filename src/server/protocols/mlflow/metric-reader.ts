import type { BatchColumns, Metric } from './batch-columns.ts';
import { KnownTexts } from './known-texts.ts';
import { OddBody, type PlainJson } from './plain-json.ts';

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openList = 0x5b;
const closeList = 0x5d;

const names = new KnownTexts(['key', 'value', 'timestamp', 'step']);
const keyMember = 0;
const valueMember = 1;
const timeMember = 2;
/** What a metric must say; its step may be absent. */
const neededMembers = 0b0111;

/** A member of a metric: which, and the bytes between the value before it (perhaps of another metric) and its own. */
interface Member {
  readonly which: number;
  readonly lead: Uint8Array;
}

/**
 * Reads the list of metrics of a batch. Mostly each is written like the one before: then only the bytes between its
 * values need to be compared.
 */
export class MetricReader {
  readonly #json: PlainJson;
  readonly #columns: BatchColumns;
  readonly #metric: Metric = { key: 0, value: 0.5, atMs: 0, step: 0 };
  /** The members of the metric that was last read for its form, in their order. */
  #members: readonly Member[] = [];

  constructor(json: PlainJson, columns: BatchColumns) {
    this.#json = json;
    this.#columns = columns;
  }

  readAll(): void {
    const json = this.#json;
    json.expect(openList);
    let end = json.position;
    do {
      this.#readAny(end);
      end = this.#readAlikes();
    } while (this.#leaveLast());
  }

  /** Takes the metric just read and those after it that are written alike; answers where the last value ends. */
  #readAlikes(): number {
    let end = this.#json.position;
    do {
      this.#columns.add(this.#metric);
      end = this.#json.position;
    } while (this.#readAlike());
    this.#json.returnTo(end);
    return end;
  }

  #readAlike(): boolean {
    const members = this.#members;
    this.#metric.step = 0;
    for (let index = 0; index < members.length; index += 1) {
      const member = members[index];
      if (member === undefined || !this.#json.takes(member.lead)) return false;
      this.#readValue(member.which);
    }
    // One that goes on after these members is not alike.
    return !this.#json.isComma(members.at(-1)?.which === keyMember ? 1 : 0);
  }

  /** Reads the end of a metric behind its last value; whether another follows. */
  #leaveLast(): boolean {
    if (this.#members.at(-1)?.which === keyMember) this.#json.closeText();
    this.#json.expect(closeBrace);
    return this.#json.continues(closeList);
  }

  /**
   * Reads a metric of any form, and remembers that.
   * @param from where the value before it ends
   */
  #readAny(from: number): void {
    const json = this.#json;
    const members: Member[] = [];
    let seen = 0;
    let end = from;
    this.#metric.step = 0;
    json.expect(openBrace);
    do {
      const which = this.#readName();
      if ((seen & (1 << which)) !== 0) throw new OddBody();
      seen |= 1 << which;
      members.push({ which, lead: json.bytes.subarray(end, json.position) });
      this.#readValue(which);
      end = json.position;
      if (which === keyMember) json.closeText();
    } while (json.continues(closeBrace));
    if ((seen & neededMembers) !== neededMembers) throw new OddBody();
    json.returnTo(end);
    this.#members = members;
  }

  /** Reads the name of a member up to its value. */
  #readName(): number {
    const json = this.#json;
    json.name();
    const which = names.find(json);
    if (which < 0) throw new OddBody();
    if (which === keyMember) json.openText();
    else json.peek();
    return which;
  }

  #readValue(which: number): void {
    const metric = this.#metric;
    if (which === keyMember) metric.key = this.#columns.readKey(this.#json);
    else if (which === valueMember) metric.value = this.#json.number();
    else if (which === timeMember) metric.atMs = this.#readTime();
    else metric.step = this.#json.integer();
  }

  #readTime(): number {
    const atMs = this.#json.integer();
    if (atMs < 0) throw new OddBody();
    return atMs;
  }
}
