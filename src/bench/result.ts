/** One figure of a benchmark. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure is to reach: `>= 600`, `<= 30`, or nothing where it is told for the record. */
  readonly target?: string;
  /** What it is held against in the same run: a peer's figure or a physical limit, in the same unit. */
  readonly against?: {
    readonly name: string;
    readonly value: number;
    /** How many times better the figure is to be. */
    readonly atLeast?: number;
  };
}

export interface Verdict {
  /** How many times better than `against`: above one is better, whichever way the unit points. */
  readonly ratio: number | undefined;
  readonly holds: boolean | undefined;
}

export function judge({ target, value, against }: Result): Verdict {
  const [sign, limit] = target?.split(' ') ?? [];
  const smallerIsBetter = sign === '<=';
  const ratio =
    against === undefined ? undefined : smallerIsBetter ? against.value / value : value / against.value;
  const verdicts: boolean[] = [];
  if (limit !== undefined) verdicts.push(smallerIsBetter ? value <= Number(limit) : value >= Number(limit));
  if (ratio !== undefined && against?.atLeast !== undefined) verdicts.push(ratio >= against.atLeast);
  return { ratio, holds: verdicts.length === 0 ? undefined : verdicts.every(Boolean) };
}

export function toJsonLine(result: Result): string {
  const { name, value, unit, against } = result;
  return JSON.stringify({ name, value, unit, target: targetOf(result), against, ...judge(result) });
}

function targetOf({ target, against }: Result): string | undefined {
  const times = against?.atLeast === undefined ? undefined : `>= ${against.atLeast}x ${against.name}`;
  const parts = [target, times].filter((text) => text !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

export function toTable(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { ratio, holds } = judge(result);
    return [
      result.name,
      `${toDigits(result.value)} ${result.unit}`,
      targetOf(result) ?? '',
      result.against === undefined ? '' : `${result.against.name} ${toDigits(result.against.value)}`,
      ratio === undefined ? '' : `${toDigits(ratio)}x`,
      holds === undefined ? '' : holds ? 'holds' : 'FALLS SHORT',
    ];
  });
  const lines = [['figure', 'value', 'target', 'against', 'ratio', ''], ...rows];
  const widths =
    lines[0]?.map((_cell, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

/** Three significant digits, without an exponent. */
function toDigits(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
