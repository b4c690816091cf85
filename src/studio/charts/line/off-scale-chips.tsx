import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import classes from './chart.module.css';
import type { OffSide } from './off-scale.ts';
import type { Plot } from './plot.model.ts';

interface OffScaleChipsProps {
  readonly plot: Plot;
  readonly onShowAll?: () => void;
}

/** At the edges of a chart: how many points lie beyond, how far, and the way to see them. */
export function OffScaleChips({ plot, onShowAll }: OffScaleChipsProps) {
  const { frame, offScale } = plot;
  return (
    <>
      <Chip side={offScale.above} sign="↑" word="max" top={frame.top + 2} {...{ plot, onShowAll }} />
      <Chip
        side={offScale.below}
        sign="↓"
        word="min"
        top={frame.top + frame.height - 26}
        {...{ plot, onShowAll }}
      />
    </>
  );
}

interface ChipProps {
  readonly side: OffSide | undefined;
  readonly sign: string;
  readonly word: string;
  readonly top: number;
  readonly plot: Plot;
  readonly onShowAll: (() => void) | undefined;
}

function Chip({ side, sign, word, top, plot, onShowAll }: ChipProps) {
  if (side === undefined) return null;
  const points = side.points === 1 ? 'point' : 'points';
  const text = `${sign} ${formatInteger(side.points)} ${points} off-scale (${word} ${formatNumber(side.extreme, 3)})`;
  const place = { left: plot.frame.left + 4, top };
  if (onShowAll === undefined) {
    return (
      <span className={classes['chip']} style={place}>
        {text}
      </span>
    );
  }
  return (
    <button type="button" className={classes['chip']} style={place} title="Show them too" onClick={onShowAll}>
      {text}
    </button>
  );
}
