const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const infinite = /^([+-]?)inf(?:inity)?$/i;

/** Programs print no number with more characters. */
const longest = 64;

/**
 * The number that a parameter's text is, as programs print numbers (`0.001`, `1e-05`, `-inf`); `undefined` for every
 * other text, also for NaN, which compares with nothing.
 */
export function toParamNumber(text: string): number | undefined {
  if (text.length > longest) return undefined;
  const trimmed = text.trim();
  // Zero has no sign here: `-0` is `0`.
  if (decimal.test(trimmed)) return Number(trimmed) + 0;
  const sign = infinite.exec(trimmed)?.[1];
  if (sign === undefined) return undefined;
  return sign === '-' ? -Infinity : Infinity;
}
