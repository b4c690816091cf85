import { formatInteger, formatNumber } from './number.model.ts';

interface NumProps {
  readonly value: number;
  /** Significant digits of a value that is not whole. */
  readonly digits?: number;
}

/** A number in tabular figures; the exact value on hover where it was shortened. */
export function Num({ value, digits = 4 }: NumProps) {
  const text = formatNumber(value, digits);
  return (
    <span
      style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
      title={text === String(value) ? undefined : String(value)}
    >
      {text}
    </span>
  );
}

interface CountProps {
  readonly value: number;
  readonly one: string;
  /** When `one` + "s" is not it. */
  readonly many?: string;
}

/** A count with its noun: "1 run", "12,480 runs". */
export function Count({ value, one, many = `${one}s` }: CountProps) {
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {formatInteger(value)} {value === 1 ? one : many}
    </span>
  );
}
