import type { XAxis } from '#contract/metrics.ts';
import { useStore } from 'zustand';
import { formatNumber } from '../ui/number.model.ts';
import classes from './chart.module.css';
import { useCrosshairStore } from './crosshair.store.ts';
import { type Plot, xToPixel } from './plot.model.ts';
import { readAt, type ReadingRow } from './reading.model.ts';
import { axisNames, formatX, sayReading } from './reading-text.ts';
import { Swatch } from './swatch.tsx';

interface ChartReadoutProps {
  readonly chartId: string;
  readonly plot: Plot;
  readonly axis: XAxis;
}

const mostRows = 5;

/** The panel beside the crosshair: the nearest runs with their values, and how many more there are. */
export function ChartReadout({ chartId, plot, axis }: ChartReadoutProps) {
  const store = useCrosshairStore();
  const crosshair = useStore(store, (state) => (state.chartId === chartId ? state : undefined));
  const { at, runId, frozen, byKey } = crosshair ?? {};
  if (at === undefined || runId === undefined || at.axis !== axis) return <p aria-live="polite" />;
  const rows = readAt(plot, { x: at.x, runId });
  const left = xToPixel(plot, at.x);
  const onLeft = left > plot.frame.left + plot.frame.width / 2;
  const [first] = rows;
  return (
    <>
      <div
        className={classes['readout']}
        data-frozen={frozen === true}
        style={onLeft ? { right: `calc(100% - ${left - 12}px)` } : { left: left + 12 }}
        aria-hidden="true"
      >
        <p className={classes['readout-head']}>
          {axisNames[axis]} <strong>{formatX(at.x, axis)}</strong>
          {frozen === true && ' · held'}
        </p>
        <table>
          <tbody>
            {rows.slice(0, mostRows).map((row) => (
              <ReadoutRow key={row.line.runId} row={row} x={at.x} axis={axis} />
            ))}
          </tbody>
        </table>
        {rows.length > mostRows && <p className={classes['readout-more']}>+{rows.length - mostRows} more</p>}
      </div>
      <p className={classes['spoken']} aria-live="polite">
        {byKey === true && first !== undefined ? sayReading(first, axis) : ''}
      </p>
    </>
  );
}

interface ReadoutRowProps {
  readonly row: ReadingRow;
  readonly x: number;
  readonly axis: XAxis;
}

function ReadoutRow({ row, x, axis }: ReadoutRowProps) {
  return (
    <tr>
      <td className={classes['readout-name']}>
        <Swatch mark={row.line.mark} /> {row.line.name}
      </td>
      <td className={classes['readout-value']}>{formatNumber(row.value, 5)}</td>
      {row.smoothed !== undefined && (
        <td className={classes['readout-dim']}>~{formatNumber(row.smoothed, 4)}</td>
      )}
      {row.x !== x && <td className={classes['readout-dim']}>at {formatX(row.x, axis)}</td>}
    </tr>
  );
}
