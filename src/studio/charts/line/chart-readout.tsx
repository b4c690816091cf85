import { axisName, type ChartAxis } from '../scene/chart-axis.ts';
import type { CSSProperties } from 'react';
import { useStore } from 'zustand';
import { useCrosshairStore } from '../crosshair.store.ts';
import classes from './chart.module.css';
import { type Plot, xToPixel } from './plot.model.ts';
import { ReadoutRow } from './readout-row.tsx';
import { readAt, type ReadingOrder, readingOrders } from './reading.model.ts';
import { formatX, orderNames, sayReading } from './reading-text.ts';

interface ChartReadoutProps {
  readonly chartId: string;
  readonly plot: Plot;
  readonly axis: ChartAxis;
  readonly order: ReadingOrder;
  readonly onOrder: (order: ReadingOrder) => void;
}

const mostRows = 5;
/** Held, so that it can be read and copied from, it tells more. */
const mostHeldRows = 20;
/** Between the crosshair and the panel, in pixels. */
const gap = 12;

/**
 * The panel beside the crosshair (below the chart on a narrow screen): the lines there with their values and their
 * distance from the baseline, and how many more there are.
 */
export function ChartReadout({ chartId, plot, axis, order, onOrder }: ChartReadoutProps) {
  const store = useCrosshairStore();
  const crosshair = useStore(store, (state) => (state.chartId === chartId ? state : undefined));
  const { at, line, frozen = false, byKey, side = 'right' } = crosshair ?? {};
  if (at === undefined || line === undefined || at.axis !== axis) return <p aria-live="polite" />;
  const rows = readAt(plot, { x: at.x, line }, order);
  const baseline = rows.find((row) => row.line.baseline);
  const left = xToPixel(plot, at.x);
  const pointed = rows.find((row) => row.line.id === line);
  const most = frozen ? mostHeldRows : mostRows;
  return (
    <>
      <div
        className={classes['readout']}
        data-frozen={frozen}
        data-side={side}
        style={placeAt(left, side)}
        aria-hidden={!frozen}
      >
        <p className={classes['readout-head']}>
          {axisName(axis)} <strong>{formatX(at.x, axis)}</strong>
          {frozen && (
            <>
              {' · held · '}
              <button
                type="button"
                className={classes['readout-order']}
                onClick={() => onOrder(after(order))}
              >
                {orderNames[order]}
              </button>
            </>
          )}
        </p>
        <table>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <ReadoutRow
                key={row.line.id}
                row={row}
                axis={axis}
                pointed={row.line.id === line}
                baseline={baseline === row ? undefined : baseline}
              />
            ))}
          </tbody>
        </table>
        {rows.length > most && <p className={classes['readout-more']}>+{rows.length - most} more</p>}
      </div>
      <p className={classes['spoken']} aria-live="polite">
        {byKey === true && pointed !== undefined ? sayReading(pointed, axis, at.x) : ''}
      </p>
    </>
  );
}

/** Right of the crosshair; left of it where the window ends. */
function placeAt(left: number, side: 'left' | 'right'): CSSProperties & Record<`--${string}`, string> {
  return side === 'right'
    ? { '--from': `${left + gap}px`, '--to': 'auto' }
    : { '--from': 'auto', '--to': `calc(100% - ${left - gap}px)` };
}

/** The order after this one. */
export function after(order: ReadingOrder): ReadingOrder {
  return readingOrders[(readingOrders.indexOf(order) + 1) % readingOrders.length] ?? 'nearest';
}
