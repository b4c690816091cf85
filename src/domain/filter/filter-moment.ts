const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** The longest text that names a time or a length of time, but for the white space around it. */
const mostLength = 64;

const duration = /^([+-])?\s*((?:\d+(?:\.\d+)?\s*(?:ms|[smhdw])\s*)+)$/i;
const durationPart = /(\d+(?:\.\d+)?)\s*(ms|[smhdw])/gi;

/** Milliseconds of `1h30m`, `90s`, `1.5 d`, `-7d`; `undefined` for any other text. */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  const found = trimmed.length > mostLength ? null : duration.exec(trimmed);
  if (found === null) return undefined;
  let total = 0;
  for (const [, amount, unit] of (found[2] ?? '').matchAll(durationPart)) {
    total += Number(amount) * (unitMs[(unit ?? '').toLowerCase()] ?? 0);
  }
  return found[1] === '-' ? -total : total;
}

/** A stretch of time, the end exclusive; both ends are the same for an instant. UTC milliseconds. */
export interface Period {
  readonly startMs: number;
  readonly endMs: number;
}

const isoDate =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?$/i;

/**
 * What a text names: `2026-11-22`, `2026-11`, `2026-11-22 14:05`, with `Z` or `+02:00` (UTC where nothing is said),
 * `-7d` for seven days before now, `now`, `today`, `yesterday` (of UTC). `undefined` for any other text.
 */
export function parsePeriod(text: string, nowMs: number): Period | undefined {
  const word = text.trim().toLowerCase();
  if (word.length > mostLength) return undefined;
  if (word === 'now') return instant(nowMs);
  const today = Math.floor(nowMs / dayMs) * dayMs;
  if (word === 'today') return { startMs: today, endMs: today + dayMs };
  if (word === 'yesterday') return { startMs: today - dayMs, endMs: today };
  if (/^[+-]/.test(word)) {
    const offset = parseDuration(word);
    return offset === undefined ? undefined : instant(nowMs + offset);
  }
  return parseDate(word);
}

const dayMs = 86_400_000;

function instant(atMs: number): Period {
  return { startMs: atMs, endMs: atMs };
}

function parseDate(text: string): Period | undefined {
  const found = isoDate.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const date = `${year}-${month}-${day ?? '01'}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}`;
  // JavaScript reads the 31st of a short month as a day of the next one: such a text names nothing.
  const plain = new Date(`${date}Z`);
  if (Number.isNaN(plain.getTime()) || plain.toISOString().slice(0, 19) !== date) return undefined;
  const startMs = plain.getTime() - zoneMs(zone) + Math.floor(Number(`0${fraction ?? ''}`) * 1000);
  if (fraction !== undefined) return instant(startMs);
  if (day === undefined) return { startMs, endMs: Date.UTC(Number(year), Number(month), 1) };
  const lengthMs = hour === undefined ? dayMs : second === undefined ? 60_000 : 1000;
  return { startMs, endMs: startMs + lengthMs };
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone.toLowerCase() === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
