import { formatInteger } from '../ui/number.model.ts';
import type { DrawnShare } from './drawn-line.model.ts';

/** How much of what was logged a chart shows, and what it does to it: "1,204 of 1,000,000 points, every spike kept". */
export function describeShare(share: DrawnShare, smoothing: number): string {
  const drawn = share.bucketed
    ? `${formatInteger(share.drawn)} of ${formatInteger(share.points)} points, every spike kept`
    : `${formatInteger(share.points)} ${share.points === 1 ? 'point' : 'points'}`;
  if (smoothing === 0) return drawn;
  return `${drawn} · smoothed ${smoothing}${share.bucketed ? ' over bucket means' : ''}`;
}

/** What has no place on an axis, in words and by the marks it is drawn with; empty when there is none. */
export function describeOddPoints({ nanPoints, infinitePoints }: DrawnShare): string {
  const parts = [
    nanPoints > 0 ? `✕ ${formatInteger(nanPoints)} NaN` : '',
    infinitePoints > 0 ? `▲▼ ${formatInteger(infinitePoints)} infinite` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
