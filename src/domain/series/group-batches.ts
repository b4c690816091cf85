import { type PointOrigin, type Points, toStepColumn, viewPoints } from './metric-point.ts';
import type { PointBatch } from './point-batch.ts';

/** The points of one metric of one run, in order of arrival. */
export interface PointGroup {
  /** The id of the metric's key. */
  readonly keyId: number;
  readonly points: Points;
  /** What a point speaks about, by its index; absent where none of the points says so. */
  readonly origins: ReadonlyMap<number, PointOrigin> | undefined;
}

/** What points speak about, by group and by place among the points of all groups. */
type Origins = Map<number, Map<number, PointOrigin>>;

/** Sorts the points of logging calls of one run, oldest first, by metric. The batches have ids for keys. */
export function groupBatches(batches: readonly PointBatch[]): PointGroup[] {
  const { slots, keyIds, counts } = assignSlots(batches);
  const starts = startsOf(counts);
  const next = starts.slice();
  const sorted = emptyColumns(batches);
  const origins: Origins = new Map();
  for (const [number, batch] of batches.entries()) {
    const slotsOfBatch = slots[number] ?? new Int32Array();
    const places = takePlaces(slotsOfBatch, next);
    scatter(batch, places, sorted);
    noteOrigins(batch, slotsOfBatch, places, origins);
  }
  return keyIds.map((keyId, slot) => {
    const from = starts[slot] ?? 0;
    const points = cut(sorted, from, from + (counts[slot] ?? 0));
    return { keyId, points, origins: relativeTo(from, origins.get(slot)) };
  });
}

interface Slots {
  /** For each batch, and each of its points, the number of its group. */
  readonly slots: readonly Int32Array[];
  readonly keyIds: readonly number[];
  /** Points of each group. */
  readonly counts: readonly number[];
}

function assignSlots(batches: readonly PointBatch[]): Slots {
  const slotOf = new Map<number, number>();
  const counts: number[] = [];
  const slots: Int32Array[] = [];
  let before: { readonly keyIndex: Float64Array; readonly slots: Int32Array } | undefined;
  for (const { keyIndex } of batches) {
    // A client logs the same metrics again and again: then nothing needs to be looked up.
    const ofBatch =
      before !== undefined && isEqual(before.keyIndex, keyIndex) ? before.slots : findSlots(keyIndex, slotOf);
    for (let index = 0; index < ofBatch.length; index += 1) {
      const slot = ofBatch[index] ?? 0;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    slots.push(ofBatch);
    before = { keyIndex, slots: ofBatch };
  }
  return { slots, keyIds: [...slotOf.keys()], counts };
}

function findSlots(keyIndex: Float64Array, slotOf: Map<number, number>): Int32Array {
  const slots = new Int32Array(keyIndex.length);
  for (let index = 0; index < slots.length; index += 1) {
    const keyId = keyIndex[index] ?? 0;
    let slot = slotOf.get(keyId);
    if (slot === undefined) {
      slot = slotOf.size;
      slotOf.set(keyId, slot);
    }
    slots[index] = slot;
  }
  return slots;
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function startsOf(counts: readonly number[]): Int32Array {
  const starts = new Int32Array(counts.length);
  let at = 0;
  for (const [slot, count] of counts.entries()) {
    starts[slot] = at;
    at += count;
  }
  return starts;
}

function emptyColumns(batches: readonly PointBatch[]): Points {
  const length = batches.reduce((sum, batch) => sum + batch.values.length, 0);
  const isExact = batches.some((batch) => batch.steps instanceof BigInt64Array);
  return {
    steps: isExact ? new BigInt64Array(length) : new Float64Array(length),
    times: new Float64Array(length),
    values: new Float64Array(length),
  };
}

/** The next place of its group for each point. */
function takePlaces(slots: Int32Array, next: Int32Array): Int32Array {
  const places = new Int32Array(slots.length);
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index] ?? 0;
    const place = next[slot] ?? 0;
    next[slot] = place + 1;
    places[index] = place;
  }
  return places;
}

/** Copies each point to its place. */
function scatter({ steps, times, values }: PointBatch, places: Int32Array, sorted: Points): void {
  scatterNumbers(times, places, sorted.times);
  scatterNumbers(values, places, sorted.values);
  if (sorted.steps instanceof BigInt64Array) {
    for (let index = 0; index < places.length; index += 1)
      sorted.steps[places[index] ?? 0] = BigInt(steps[index] ?? 0);
  } else if (steps instanceof Float64Array) scatterNumbers(steps, places, sorted.steps);
}

function scatterNumbers(from: Float64Array, places: Int32Array, to: Float64Array): void {
  for (let index = 0; index < places.length; index += 1) to[places[index] ?? 0] = from[index] ?? 0;
}

function noteOrigins(
  { origins, originIndex }: PointBatch,
  slots: Int32Array,
  places: Int32Array,
  found: Origins,
): void {
  if (originIndex === undefined) return;
  for (const [index, slot] of slots.entries()) {
    const origin = origins[originIndex[index] ?? -1];
    if (origin === undefined) continue;
    const ofGroup = found.get(slot) ?? new Map<number, PointOrigin>();
    ofGroup.set(places[index] ?? 0, origin);
    found.set(slot, ofGroup);
  }
}

function relativeTo(
  from: number,
  origins: ReadonlyMap<number, PointOrigin> | undefined,
): ReadonlyMap<number, PointOrigin> | undefined {
  return origins && new Map(Array.from(origins, ([place, origin]) => [place - from, origin]));
}

/** Some of the points; their steps as doubles where they can be. */
function cut(points: Points, from: number, to: number): Points {
  const view = viewPoints(points, from, to);
  return view.steps instanceof Float64Array ? view : { ...view, steps: toStepColumn([...view.steps]) };
}
