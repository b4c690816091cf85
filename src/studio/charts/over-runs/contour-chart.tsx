import { rampColour } from '#domain/colour/sequential-ramp.ts';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTheme } from '#studio/preferences/use-theme.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { readChartTheme } from '../scene/chart-theme.ts';
import { useSize } from '../scene/use-size.ts';
import { cellSize, type ContourPlot, layoutContour } from './contour.model.ts';
import { labelTerm } from './label-term.ts';
import classes from './over-runs.module.css';
import { rowColours } from './row-colours.ts';
import type { RunTable } from './run-table.model.ts';
import { paintScatter } from './scatter-painter.ts';

interface ContourChartProps {
  readonly table: RunTable;
  readonly across: string;
  readonly up: string;
  readonly colour: string;
}

/** Bands of colour: as many as can be told apart and read off the key. */
const bands = 10;

/** A result over two parameters as a surface in bands, with the runs that it goes through. */
export function ContourChart({ table, across, up, colour }: ContourChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLCanvasElement>(null);
  const marks = useRef<HTMLCanvasElement>(null);
  const size = useSize(host);
  const scheme = useTheme();
  const plot = useMemo(
    () => (size === undefined ? undefined : layoutContour(table, { across, up, colour, ...size })),
    [table, across, up, colour, size],
  );
  useLayoutEffect(() => {
    if (surface.current === null || marks.current === null || plot === undefined) return;
    paintCells(surface.current, plot, scheme);
    const theme = readChartTheme(marks.current, scheme);
    const colours = rowColours(table, plot.colour, scheme, theme.textDim);
    paintScatter(marks.current, { plot: { ...plot.scatter, trend: undefined }, colours, theme });
  }, [plot, table, scheme]);
  return (
    <div className={classes['scatter']}>
      <div ref={host} className={classes['scatter-body']} aria-hidden="true">
        <canvas ref={surface} className={classes['surface']} />
        <canvas ref={marks} />
      </div>
      {plot !== undefined && <ColourKey plot={plot} scheme={scheme} />}
    </div>
  );
}

function ColourKey({ plot, scheme }: { readonly plot: ContourPlot; readonly scheme: 'light' | 'dark' }) {
  return (
    <div className={classes['foot']}>
      <output>
        {plot.points < 3
          ? 'It takes three runs at different places with all three values'
          : `${labelTerm(plot.colour.term)} between ${formatInteger(plot.points)} places, nothing beyond them`}
      </output>
      <span className={classes['key']}>
        {plot.colour.ticks.map(({ share, label }) => (
          <span key={label}>
            <i style={{ background: rampColour(share, scheme) }} />
            {label}
          </span>
        ))}
      </span>
    </div>
  );
}

function paintCells(canvas: HTMLCanvasElement, plot: ContourPlot, scheme: 'light' | 'dark'): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  canvas.width = canvas.clientWidth;
  canvas.height = canvas.clientHeight;
  const { frame } = plot.scatter;
  for (const [index, share] of plot.cells.entries()) {
    if (Number.isNaN(share)) continue;
    context.fillStyle = rampColour((Math.floor(Math.min(0.999, share) * bands) + 0.5) / bands, scheme);
    const left = frame.left + (index % plot.columns) * cellSize;
    context.fillRect(left, frame.top + Math.floor(index / plot.columns) * cellSize, cellSize, cellSize);
  }
}
