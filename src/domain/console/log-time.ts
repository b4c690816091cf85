/** A time at the beginning of a line of a log. */
export interface LogTime {
  /** UTC milliseconds; where the line names no zone, as if it were written in UTC. */
  readonly atMs: number;
  /** Whether the line says which zone its time is of. */
  readonly zoned: boolean;
}

/** ISO 8601 and what Python's logging writes (`2026-03-01 12:00:00,123`), after a few signs such as `[` or `INFO:`. */
const pattern =
  /^.{0,24}?\b(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?(Z\b|[+-]\d\d:?\d\d\b))?/;

/** The time that a line begins with; `undefined` where it begins with none. */
export function readLogTime(line: string): LogTime | undefined {
  const match = pattern.exec(line.length > 80 ? line.slice(0, 80) : line);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone] = match;
  const atMs = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.slice(0, 3).padEnd(3, '0')),
  );
  return Number.isNaN(atMs) ? undefined : { atMs: atMs - zoneMs(zone), zoned: zone !== undefined };
}

/** Milliseconds east of UTC. */
function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

const quarterMs = 15 * 60_000;
const farthestZoneMs = 14 * 60 * 60_000;

/**
 * What to add to times of a log that name no zone, so that the first lies as near as any zone brings it to the start
 * of the run: 0 where none brings it near.
 */
export function zoneShift(firstAtMs: number, runStartedAtMs: number): number {
  const shift = Math.round((runStartedAtMs - firstAtMs) / quarterMs) * quarterMs;
  return Math.abs(shift) <= farthestZoneMs ? shift || 0 : 0;
}
