const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const words = /^(true|false|none|null)$/;

/** The number that a text stands for, if it is one. */
export function toNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return numeral.test(trimmed) ? Number(trimmed) : undefined;
}

/**
 * What a value is known by: two values mean the same where this is the same. `1e-3` and `0.001` mean the same, so do
 * `True` and `true`, `None` and `null`; whole numbers beyond what a double holds are told apart digit by digit.
 */
export function meaningOf(text: string): string {
  const trimmed = text.trim();
  const value = toNumber(trimmed);
  if (value !== undefined) return /^\d{16,}$/.test(trimmed) ? `=${trimmed}` : `=${value + 0}`;
  const lower = trimmed.toLowerCase();
  if (words.test(lower)) return lower === 'none' ? '=null' : `=${lower}`;
  return `"${text}`;
}
