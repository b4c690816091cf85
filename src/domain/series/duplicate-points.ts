import type { Points, StepColumn } from './metric-point.ts';
import { pickPoints } from './metric-point.ts';

export interface KeptPoints {
  readonly points: Points;
  /** Where each stood in the points that came; absent where all were kept. */
  readonly indices: readonly number[] | undefined;
}

/**
 * The points of `fresh` that are neither in `stored` nor repeated before them in `fresh`. Two points are the same
 * when step, time and value are: NaN equals NaN and 0 equals -0, as in MLflow's store.
 */
export function dropDuplicates(fresh: Points, stored: readonly Points[]): KeptPoints {
  if (stored.length === 0 && isRising(fresh)) return { points: fresh, indices: undefined };
  const capacity = stored.reduce((sum, points) => sum + points.values.length, fresh.values.length);
  const seen = createPointSet(capacity);
  for (const points of stored)
    for (let index = 0; index < points.values.length; index += 1) seen.add(points, index);
  const kept: number[] = [];
  for (let index = 0; index < fresh.values.length; index += 1) if (seen.add(fresh, index)) kept.push(index);
  return kept.length === fresh.values.length
    ? { points: fresh, indices: undefined }
    : { points: pickPoints(fresh, kept), indices: kept };
}

/** Steps and times never fall and one of them always rises, so no point can repeat another. */
function isRising({ steps, times }: Points): boolean {
  for (let index = 1; index < times.length; index += 1) {
    const [step, stepBefore] = [steps[index] ?? 0, steps[index - 1] ?? 0];
    const [time, timeBefore] = [times[index] ?? 0, times[index - 1] ?? 0];
    if (step < stepBefore || time < timeBefore) return false;
    if (step === stepBefore && time === timeBefore) return false;
  }
  return true;
}

interface Member {
  readonly points: Points;
  readonly index: number;
}

/** A hash table with open addressing over points that stay where they are. */
function createPointSet(capacity: number) {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(capacity, 1) * 2)) - 1;
  const slots = new Int32Array(mask + 1);
  const members: Member[] = [];
  return {
    /** Adds a point; false where the set has it already. */
    add(points: Points, index: number): boolean {
      let slot = hashPoint(points, index) & mask;
      for (;;) {
        const member = members[(slots[slot] ?? 0) - 1];
        if (member === undefined) break;
        if (isSame(member, points, index)) return false;
        slot = (slot + 1) & mask;
      }
      members.push({ points, index });
      slots[slot] = members.length;
      return true;
    },
  };
}

function isSame(member: Member, points: Points, index: number): boolean {
  const { points: other, index: otherIndex } = member;
  if (other.times[otherIndex] !== points.times[index]) return false;
  const [a, b] = [other.values[otherIndex] ?? 0, points.values[index] ?? 0];
  if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) return false;
  return isSameStep(other.steps, otherIndex, points.steps, index);
}

function isSameStep(a: StepColumn, indexA: number, b: StepColumn, indexB: number): boolean {
  const [left, right] = [a[indexA] ?? 0, b[indexB] ?? 0];
  return typeof left === typeof right ? left === right : BigInt(left) === BigInt(right);
}

const scratch = new Float64Array(3);
const words = new Int32Array(scratch.buffer);

function hashPoint({ steps, times, values }: Points, index: number): number {
  const value = values[index] ?? 0;
  // Adding 0 makes -0 a plain 0; every NaN is written alike.
  scratch[0] = Number(steps[index] ?? 0) + 0;
  scratch[1] = (times[index] ?? 0) + 0;
  scratch[2] = Number.isNaN(value) ? Number.NaN : value + 0;
  let hash = 0;
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x9e_37_79_b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
