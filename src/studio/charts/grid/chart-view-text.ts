import {
  maxSmoothing,
  mostSmoothingPoints,
  type Smoothing,
  type SmoothingKind,
  smoothingKinds,
} from '#domain/drawing/smoothing.ts';
import type { Range } from '../scene/range.ts';

/** The most that an amount may be. */
export const mostSmoothing: Readonly<Record<SmoothingKind, number>> = {
  ema: maxSmoothing,
  twema: maxSmoothing,
  average: mostSmoothingPoints,
  gaussian: mostSmoothingPoints,
};

/** `0.6` is an exponential average, `gaussian:20` names its kind. */
export function parseSmoothing(text: string): Smoothing {
  const [first = '', second] = text.split(':');
  const kind = second === undefined ? 'ema' : smoothingKinds.find((each) => each === first);
  const amount = Number((second ?? first) || NaN);
  if (kind === undefined || !(amount >= 0)) return { kind: 'ema', amount: 0 };
  return { kind, amount: Math.min(amount, mostSmoothing[kind]) };
}

export function formatSmoothing({ kind, amount }: Smoothing): string {
  return kind === 'ema' ? String(amount) : `${kind}:${amount}`;
}

/** Six digits tell a place on a screen: more would only make the address long. */
export function formatRange([low, high]: Range): string {
  const digits = Math.max(
    6,
    Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low))) + 4,
  );
  const text = (value: number): string => String(Number(value.toPrecision(Math.min(digits, 17))));
  return `${text(low)}..${text(high)}`;
}

export function parseRange(text: string): Range | undefined {
  const [low, high] = text.split('..').map((part) => (part === '' ? NaN : Number(part)));
  return low !== undefined && high !== undefined && low < high && Number.isFinite(high - low)
    ? [low, high]
    : undefined;
}

export function formatKeyRange(key: string, range: Range): string {
  return `${formatRange(range)}..${key}`;
}

export function parseKeyRange(text: string): readonly (readonly [string, Range])[] {
  const [low = '', high = '', ...rest] = text.split('..');
  const range = parseRange(`${low}..${high}`);
  return range === undefined || rest.length === 0 ? [] : [[rest.join('..'), range]];
}
