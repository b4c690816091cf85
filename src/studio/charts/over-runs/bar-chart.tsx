import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import { useTheme } from '#studio/preferences/use-theme.ts';
import { colourOf } from '../scene/chart-theme.ts';
import { pointAtRun, useCrosshairStore } from '../crosshair.store.ts';
import { toBars } from './bar.model.ts';
import classes from './over-runs.module.css';
import type { RunTable } from './run-table.model.ts';

interface BarChartProps {
  readonly table: RunTable;
  readonly term: string;
  readonly onOpen?: ((runId: string) => void) | undefined;
}

const portion = 12;

/** One bar a run, longest first, beside the baseline where there is one. A table that draws itself. */
export function BarChart({ table, term, onOpen }: BarChartProps) {
  const [shown, setShown] = useState(portion);
  const scheme = useTheme();
  const store = useCrosshairStore();
  const bars = useMemo(() => toBars(table, term), [table, term]);
  return (
    <div className={classes['bars']}>
      <table>
        <caption className={classes['unseen']}>{term} by run</caption>
        <thead className={classes['unseen']}>
          <tr>
            <th>Run</th>
            <th>{term}</th>
            <th>Against the baseline</th>
          </tr>
        </thead>
        <tbody>
          {bars.rows.slice(0, shown).map((bar) => (
            <tr
              key={bar.run.runId}
              onPointerEnter={() => pointAtRun(store, bar.run.runId)}
              onPointerLeave={() => pointAtRun(store, undefined)}
            >
              <th scope="row" title={bar.run.name}>
                {onOpen === undefined ? (
                  bar.run.name
                ) : (
                  <button type="button" className={classes['link']} onClick={() => onOpen(bar.run.runId)}>
                    {bar.run.name}
                  </button>
                )}
              </th>
              <td className={classes['bar-cell']}>
                <span
                  className={classes['bar']}
                  style={{
                    insetInlineStart: `${bar.from * 100}%`,
                    inlineSize: `${(bar.to - bar.from) * 100}%`,
                    background: colourOf(bar.run.mark, scheme),
                  }}
                />
                {bars.baseline !== undefined && (
                  <span
                    className={classes['bar-baseline']}
                    style={{ insetInlineStart: `${bars.baseline * 100}%` }}
                  />
                )}
              </td>
              <td data-number title={String(bar.value)}>
                {formatNumber(bar.value)}
                {bar.delta !== undefined && <small>{formatDelta(bar.delta)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes['told']}>
        {formatInteger(Math.min(shown, bars.rows.length))} of {formatInteger(bars.rows.length)} runs with a
        value
        {bars.without > 0 && ` · ${formatInteger(bars.without)} without`}
        {bars.rows.length > shown && (
          <Button size="compact-sm" variant="default" onClick={() => setShown(shown + portion * 5)}>
            Show more
          </Button>
        )}
      </p>
    </div>
  );
}

function formatDelta(delta: number): string {
  if (delta === 0) return ' ±0';
  return ` ${delta > 0 ? '+' : ''}${formatNumber(delta, 3)}`;
}
