import { axisName, type ChartAxis } from '../scene/chart-axis.ts';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import table from '#studio/ui/table.module.css';
import type { DrawnLine } from './drawn-line.model.ts';
import classes from './chart.module.css';
import { listPoints } from './point-list.model.ts';
import { formatX } from './reading-text.ts';
import { Swatch } from '../swatch.tsx';

interface PointTableProps {
  readonly lines: readonly DrawnLine[];
  readonly axis: ChartAxis;
  readonly metric: string;
}

const pageSize = 100;

/** The very points of the chart as a table, newest last; for reading exact values without a pointer. */
export function PointTable({ lines, axis, metric }: PointTableProps) {
  const points = useMemo(() => listPoints(lines), [lines]);
  const [shown, setShown] = useState(pageSize);
  const drawn = lines.find((line) => line.raw !== 'line');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
    <section className={classes['table']} tabIndex={0} aria-label={`Points of ${metric}`}>
      <table className={table['table']}>
        <caption>Points of {metric}</caption>
        <thead>
          <tr>
            <th data-number>{axisName(axis)}</th>
            <th>Run</th>
            <th data-number>Value</th>
            {drawn !== undefined && <th data-number>{drawn.smoothed ? 'Smoothed' : 'Line'}</th>}
          </tr>
        </thead>
        <tbody>
          {points.slice(0, shown).map((point) => (
            <tr key={`${point.line.id} ${point.x} ${point.value}`}>
              <td data-number>{formatX(point.x, axis)}</td>
              <td>
                <Swatch mark={point.line.mark} /> {point.line.name}
              </td>
              <td data-number title={String(point.value)}>
                {formatNumber(point.value, 6)}
              </td>
              {drawn !== undefined && (
                <td data-number>{point.drawn === undefined ? '' : formatNumber(point.drawn, 6)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes['table-more']}>
        {formatInteger(Math.min(shown, points.length))} of {formatInteger(points.length)} drawn points shown
        {shown < points.length && (
          <Button variant="default" onClick={() => setShown(shown + pageSize * 5)}>
            Show {formatInteger(Math.min(pageSize * 5, points.length - shown))} more
          </Button>
        )}
      </p>
    </section>
  );
}
