import type { Points } from './metric-point.ts';

/**
 * Points as the text of a JSON list in MLflow's shape. Written by hand since a page has 25,000 points.
 * @param suffix more members of every point, as JSON text beginning with a comma; or nothing
 */
export function toHistoryJson(key: string, { steps, times, values }: Points, suffix = ''): string {
  const prefix = `{"key":${JSON.stringify(key)},"value":`;
  const parts: string[] = [];
  for (let index = 0; index < values.length; index += 1) {
    parts.push(
      `${prefix}${toJsonNumber(values[index] ?? 0)},"timestamp":${times[index]},"step":${steps[index]}${suffix}}`,
    );
  }
  return `[${parts.join(',')}]`;
}

/** A double as JSON; as text where JSON has no number for it, as MLflow writes it. */
export function toJsonNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  return `"${value}"`;
}
