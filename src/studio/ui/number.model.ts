// To make one is slow, to use one is not: tables format thousands of numbers while they scroll.
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const decimalFormats = new Map<number, Intl.NumberFormat>();

/** A number as people compare it: `digits` significant digits, thousands grouped, exponents only where needed. */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return formatInteger(value);
  if (size >= 1e6 || size < 1e-4) return toExponent(value, digits);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return withMinus(formatOf(decimals).format(value));
}

function formatOf(decimals: number): Intl.NumberFormat {
  const known = decimalFormats.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals });
  decimalFormats.set(decimals, made);
  return made;
}

/** Whole numbers with grouped thousands: `12,480`. */
export function formatInteger(value: number): string {
  // Minus zero is zero to everybody but the machine.
  return withMinus(grouped.format(Math.round(value) + 0));
}

/** A whole number given as text, of any size, digit by digit: `9,223,372,036,854,775,807`. */
export function formatWholeText(text: string): string {
  return /^-?\d+$/.test(text) ? withMinus(BigInt(text).toLocaleString('en-US')) : text;
}

/** Bytes in powers of 1,024, at most three digits: `1.4 MiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const scaled = bytes / 1024 ** power;
  return `${scaled >= 100 || power === 0 ? Math.round(scaled) : formatNumber(scaled, scaled >= 10 ? 3 : 2)} ${units[power] ?? 'B'}`;
}

function toExponent(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return `${withMinus(trimmed)}e${withMinus(exponent.replace('+', ''))}`;
}

/** The real minus sign has the width of a plus and lines up in tabular figures. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}
