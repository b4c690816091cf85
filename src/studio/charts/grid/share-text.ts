import { isSmooth, type Smoothing } from '#domain/drawing/smoothing.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { bandNames } from '../line/group-line.model.ts';
import type { ChartView } from './chart-view.model.ts';
import type { DrawnShare, LineLook } from '../line/drawn-line.model.ts';

const choiceWords: Readonly<Record<LineLook['choice'], string>> = {
  whole: 'every spike kept',
  mean: 'every spike kept; mean of bucket',
  last: 'every spike kept; last of bucket',
  min: 'every spike kept; min of bucket',
  max: 'every spike kept; max of bucket',
};

/** How much of what was logged a chart shows, and what is drawn of it: "1,204 of 1,000,000 points, every spike kept". */
export function describeShare(share: DrawnShare, { choice, smoothing, ghost }: LineLook): string {
  const points = `${formatInteger(share.points)} ${share.points === 1 ? 'point' : 'points'}`;
  const drawn = share.bucketed ? `${formatInteger(share.drawn)} of ${points}` : points;
  if (!isSmooth(smoothing)) return share.bucketed ? `${drawn}, ${choiceWords[choice]}` : drawn;
  // Of a smoothed line the spikes are in the ghost behind it, or nowhere.
  const spikes = share.bucketed && ghost ? ', every spike kept' : '';
  return `${drawn}${spikes}; ${describeSmoothing(smoothing)}`;
}

export function describeSmoothing({ kind, amount }: Smoothing): string {
  switch (kind) {
    case 'ema':
      return `smoothed ${amount}`;
    case 'twema':
      return `smoothed ${amount} by distance`;
    case 'average':
      return `mean of ${formatInteger(amount)} points around`;
    case 'gaussian':
      return `smoothed by a bell of ${formatInteger(amount)} points`;
  }
}

/** What is drawn of groups: "3 groups, mean of all members; 95 % interval". */
export function describeGroups(groups: number, { band, centre }: Pick<ChartView, 'band' | 'centre'>): string {
  return `${groups} ${groups === 1 ? 'group' : 'groups'}, ${centre} of all members; ${bandNames[band].toLowerCase()}`;
}

/** What has no place on an axis, in words and by the marks it is drawn with; empty when there is none. */
export function describeOddPoints({ nanPoints, infinitePoints }: DrawnShare): string {
  const parts = [
    nanPoints > 0 ? `✕ ${formatInteger(nanPoints)} NaN` : '',
    infinitePoints > 0 ? `▲▼ ${formatInteger(infinitePoints)} infinite` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
