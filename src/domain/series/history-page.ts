import type { Points } from './metric-point.ts';
import { slicePoints } from './metric-point.ts';
import { compareHistory, type HistoryPosition, positionAt, sortByHistory } from './point-order.ts';

export interface HistoryPage {
  readonly points: Points;
  /** The page's last point, after which the next page begins; absent on the last page. */
  readonly next: HistoryPosition | undefined;
}

/** Up to `limit` points after a position, in MLflow's history order. */
export function takeHistoryPage(
  points: Points,
  limit: number,
  after: HistoryPosition | undefined,
): HistoryPage {
  const sorted = sortByHistory(points);
  const from = after === undefined ? 0 : firstAfter(sorted, after);
  const page = slicePoints(sorted, from, from + limit);
  const more = from + limit < sorted.values.length;
  return { points: page, next: more ? positionAt(page, page.values.length - 1) : undefined };
}

function firstAfter(sorted: Points, position: HistoryPosition): number {
  let [low, high] = [0, sorted.values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareHistory(positionAt(sorted, middle), position) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A position as text, for a page token; clients send it back as it is. */
export function toHistoryToken({ atMs, step, value }: HistoryPosition): string {
  return `${atMs}/${step}/${value}`;
}

/** The position in a token; undefined where it is none of ours. */
export function parseHistoryToken(token: string): HistoryPosition | undefined {
  const [, atMs = '', step = '', value = ''] =
    /^(-?\d{1,16})\/(-?\d{1,19})\/(-?\d[\d.e+-]{0,30}|NaN|-?Infinity)$/.exec(token) ?? [];
  if (step === '' || (value !== 'NaN' && Number.isNaN(Number(value)))) return undefined;
  return { atMs: Number(atMs), step: BigInt(step), value: Number(value) };
}
