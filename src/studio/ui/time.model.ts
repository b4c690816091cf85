const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The longest way from 1970 that the calendar of the language knows, in milliseconds. */
const farthestMs = 8.64e15;
/** Clocks of two machines differ by less. In milliseconds. */
const clockSkewMs = 5 * minuteMs;

/** Whether a moment has a date: clients may log any whole number as a time. */
export function hasDate(atMs: number): boolean {
  return Math.abs(atMs) <= farthestMs;
}

/** For machines: "2026-11-21T23:12:25.000Z"; `undefined` for what has no date. */
export function formatIso(atMs: number): string | undefined {
  return hasDate(atMs) ? new Date(atMs).toISOString() : undefined;
}

/** "3 min ago" of a moment that another machine's clock told: a little ahead of ours is no future. */
export function formatAgo(atMs: number, nowMs: number): string {
  const ahead = atMs - nowMs;
  return formatRelative(atMs, ahead > 0 && ahead < clockSkewMs ? atMs : nowMs);
}

/** How long ago, or how soon, in words: "3 min ago", "in 2 h". Beyond 30 days it is a date, where it has one. */
export function formatRelative(atMs: number, nowMs: number): string {
  if (!hasDate(atMs)) return 'no valid date';
  const distance = nowMs - atMs;
  const size = Math.abs(distance);
  if (size < 5 * secondMs) return 'now';
  if (size >= 30 * dayMs) return formatDate(atMs);
  const text = roughly(size);
  return distance > 0 ? `${text} ago` : `in ${text}`;
}

function roughly(ms: number): string {
  if (ms < minuteMs) return `${Math.floor(ms / secondMs)} s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} h`;
  const days = Math.floor(ms / dayMs);
  return days === 1 ? '1 day' : `${days} days`;
}

/** In the reader's time zone: "2026-11-21 23:12:25". Sorts and lines up as text. What has no date is told as logged. */
export function formatExact(atMs: number): string {
  if (!hasDate(atMs)) return `no valid date (${atMs} ms)`;
  const date = new Date(atMs);
  return `${formatDate(atMs)} ${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
}

function formatDate(atMs: number): string {
  const date = new Date(atMs);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A span in its two largest units: "850 ms", "4.2 s", "3 min 20 s", "2 h 05 min", "3 d 4 h". */
export function formatDuration(ms: number): string {
  if (ms < 0) return `−${formatDuration(-ms)}`;
  if (ms < secondMs) return `${Math.round(ms)} ms`;
  if (ms < 10 * secondMs) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  if (ms < minuteMs) return `${Math.floor(ms / secondMs)} s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min ${pad(Math.floor((ms % minuteMs) / secondMs))} s`;
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} h ${pad(Math.floor((ms % hourMs) / minuteMs))} min`;
  return `${Math.floor(ms / dayMs)} d ${Math.floor((ms % dayMs) / hourMs)} h`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
