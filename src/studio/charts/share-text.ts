import { formatInteger } from '../ui/number.model.ts';
import type { DrawnShare } from './drawn-line.model.ts';

/** How much of what was logged a chart shows, and what it does to it: "1,204 of 1,000,000 points, every spike kept". */
export function describeShare(share: DrawnShare, smoothing: number): string {
  const points = `${formatInteger(share.points)} ${share.points === 1 ? 'point' : 'points'}`;
  const drawn = share.bucketed ? `${formatInteger(share.drawn)} of ${points}` : points;
  // The spikes are in the ghost behind a smoothed line; what was averaged matters more to say.
  if (smoothing > 0) return `${drawn} · smoothed ${smoothing}${share.bucketed ? ' over bucket means' : ''}`;
  return share.bucketed ? `${drawn}, every spike kept` : drawn;
}

/** What has no place on an axis, in words and by the marks it is drawn with; empty when there is none. */
export function describeOddPoints({ nanPoints, infinitePoints }: DrawnShare): string {
  const parts = [
    nanPoints > 0 ? `✕ ${formatInteger(nanPoints)} NaN` : '',
    infinitePoints > 0 ? `▲▼ ${formatInteger(infinitePoints)} infinite` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
