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
/** Between the crosshair and the panel, in pixels. */
const gap = 12;
/** A value this far from the crosshair says where it is. */
const elsewherePixels = 4;

/** The panel beside the crosshair: the nearest runs with their values, and how many more there are. */
export function ChartReadout({ chartId, plot, axis }: ChartReadoutProps) {
  const store = useCrosshairStore();
  const crosshair = useStore(store, (state) => (state.chartId === chartId ? state : undefined));
  const { at, runId, frozen, byKey } = crosshair ?? {};
  if (at === undefined || runId === undefined || at.axis !== axis) return <p aria-live="polite" />;
  const rows = readAt(plot, { x: at.x, runId });
  const left = xToPixel(plot, at.x);
  const [first] = rows;
  return (
    <>
      <div
        className={classes['readout']}
        data-frozen={frozen === true}
        ref={(panel) => keepOnScreen(panel, left)}
        aria-hidden="true"
      >
        <p className={classes['readout-head']}>
          {axisNames[axis]} <strong>{formatX(at.x, axis)}</strong>
          {frozen === true && ' · held'}
        </p>
        <table>
          <tbody>
            {rows.slice(0, mostRows).map((row) => (
              <ReadoutRow key={row.line.runId} row={row} left={left} axis={axis} />
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

/** Right of the crosshair; left of it where the window ends. */
function keepOnScreen(panel: HTMLElement | null, left: number): void {
  const chart = panel?.offsetParent;
  if (panel === null || chart === null || chart === undefined) return;
  const room = document.documentElement.clientWidth - chart.getBoundingClientRect().left;
  const fits = left + gap + panel.offsetWidth <= room - gap;
  const start = fits ? left + gap : left - gap - panel.offsetWidth;
  panel.style.left = `${Math.max(start, gap - chart.getBoundingClientRect().left)}px`;
}

interface ReadoutRowProps {
  readonly row: ReadingRow;
  /** Where the crosshair is, in pixels. */
  readonly left: number;
  readonly axis: XAxis;
}

function ReadoutRow({ row, left, axis }: ReadoutRowProps) {
  const isElsewhere = Math.abs(row.left - left) > elsewherePixels;
  return (
    <tr>
      <td className={classes['readout-name']}>
        <span>
          <Swatch mark={row.line.mark} />
          {row.line.name}
        </span>
      </td>
      <td className={classes['readout-value']}>{formatNumber(row.value, 5)}</td>
      {row.smoothed !== undefined && (
        <td className={classes['readout-dim']}>~{formatNumber(row.smoothed, 4)}</td>
      )}
      {isElsewhere && <td className={classes['readout-dim']}>at {formatX(row.x, axis)}</td>}
    </tr>
  );
}
