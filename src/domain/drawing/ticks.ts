import type { ValueScale } from './value-scale.ts';

/** Round numbers from `low` to `high`, about `count` of them: multiples of 1, 2 or 5 times a power of ten. */
export function linearTicks(low: number, high: number, count: number): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  return multiplesOf(roundStep(span / Math.max(count, 1)), low, high);
}

/** The round number nearest above `rough`. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999_999) ?? 10;
  return factor * power;
}

function multiplesOf(step: number, low: number, high: number): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const ticks: number[] = [];
  for (let index = first; index <= last && ticks.length < 1000; index += 1) {
    // Whole multiples, cleaned of what binary fractions leave behind.
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

/** Values for the ticks of an axis that spans the given places. */
export function scaleTicks(
  scale: ValueScale,
  lowPlace: number,
  highPlace: number,
  count: number,
): readonly number[] {
  const [low, high] = [scale.value(lowPlace), scale.value(highPlace)];
  if (scale.kind === 'linear') return linearTicks(low, high, count);
  if (scale.kind === 'log' && highPlace - lowPlace < 1.5) return linearTicks(low, high, count);
  const decades =
    scale.kind === 'log' ? decadesBetween(low, high) : signedDecades(low, high, scale.threshold);
  const every = Math.max(1, Math.ceil(decades.length / Math.max(count, 1)));
  const zero = Math.max(decades.indexOf(0), 0);
  return decades.filter((_value, index) => (index - zero) % every === 0);
}

function decadesBetween(low: number, high: number): number[] {
  // An axis may reach a little beyond what a double holds.
  const first = Math.ceil(Math.log10(Math.max(low, 1e-307)) - 1e-9);
  const last = Math.floor(Math.log10(Math.min(high, Number.MAX_VALUE)) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_none, index) => 10 ** (first + index));
}

function signedDecades(low: number, high: number, threshold: number): number[] {
  const below = low < 0 ? decadesBetween(threshold, -low).map((value) => -value) : [];
  const above = high > 0 ? decadesBetween(threshold, high) : [];
  const all = [...below.reverse(), 0, ...above];
  return all.filter((value) => value >= low && value <= high);
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const durationSteps = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((each) => each * second),
  ...[1, 2, 5, 10, 15, 30].map((each) => each * minute),
  ...[1, 2, 3, 6, 12].map((each) => each * hour),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((each) => each * day),
];

/**
 * Ticks for an axis in milliseconds, at round seconds, minutes, hours or days.
 * @param offsetMs what to add to a value before it is round: the reader's time zone for times of day, 0 for spans
 */
export function durationTicks(low: number, high: number, count: number, offsetMs = 0): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const rough = span / Math.max(count, 1);
  const step = durationSteps.find((each) => each >= rough) ?? roundStep(rough / day) * day;
  return multiplesOf(step, low + offsetMs, high + offsetMs).map((value) => value - offsetMs);
}
