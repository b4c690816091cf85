/** How a value differs from the baseline's. */
export interface Delta {
  readonly amount: number;
  /** Of the baseline's size; absent where that is zero. */
  readonly share: number | undefined;
}

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a parameter's text stands for, if it is one. */
export function toNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return numeral.test(trimmed) ? Number(trimmed) : undefined;
}

/** Whether two parameters mean the same: `1e-3` and `0.001` do, `true` and `True` do. */
export function meansSame(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined) return first === second;
  if (first === second) return true;
  const [a, b] = [toNumber(first), toNumber(second)];
  if (a !== undefined && b !== undefined) return a === b;
  const [left, right] = [first.trim().toLowerCase(), second.trim().toLowerCase()];
  return left === right && /^(true|false|none|null)$/.test(left);
}

export function deltaOf(value: number | undefined, baseline: number | undefined): Delta | undefined {
  if (value === undefined || baseline === undefined) return undefined;
  if (!Number.isFinite(value) || !Number.isFinite(baseline)) return undefined;
  const amount = value - baseline;
  return { amount, share: baseline === 0 ? undefined : amount / Math.abs(baseline) };
}
