import type { ChartAxis } from '../scene/chart-axis.ts';
import { formatNumber } from '#studio/ui/number.model.ts';
import { Swatch } from '../swatch.tsx';
import classes from './chart.module.css';
import type { ReadingRow } from './reading.model.ts';
import { describeDistance, formatX } from './reading-text.ts';

interface ReadoutRowProps {
  readonly row: ReadingRow;
  readonly axis: ChartAxis;
  readonly pointed: boolean;
  /** The baseline's own reading; absent where there is none, and for itself. */
  readonly baseline: ReadingRow | undefined;
}

/** One line at the crosshair: what was logged there or is worked out, what is drawn, how far from the baseline. */
export function ReadoutRow({ row, axis, pointed, baseline }: ReadoutRowProps) {
  const { line, value, kind, drawn, x } = row;
  return (
    <tr data-pointed={pointed}>
      <td className={classes['readout-name']}>
        <span>
          <Swatch mark={line.mark} />
          {line.name}
        </span>
      </td>
      <td className={classes['readout-value']} data-kind={kind}>
        {kind === 'between' ? '~' : ''}
        {formatNumber(value, 5)}
      </td>
      <td className={classes['readout-dim']}>
        {drawn !== undefined && `${line.smoothed ? 'smoothed' : 'line'} ${formatNumber(drawn, 4)}`}
      </td>
      <td className={classes['readout-dim']}>
        {baseline !== undefined && describeDistance(value, baseline.value)}
        {line.baseline && 'baseline'}
      </td>
      <td className={classes['readout-dim']}>{kind === 'beyond' && `at ${formatX(x, axis)}`}</td>
    </tr>
  );
}
