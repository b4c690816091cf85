/** A number as people compare it: `digits` significant digits, thousands grouped, exponents only where needed. */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return formatInteger(value);
  if (size >= 1e6 || size < 1e-4) return toExponent(value, digits);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return withMinus(
    value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: decimals }),
  );
}

/** Whole numbers with grouped thousands: `12,480`. */
export function formatInteger(value: number): string {
  // Minus zero is zero to everybody but the machine.
  return withMinus((Math.round(value) + 0).toLocaleString('en-US'));
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
