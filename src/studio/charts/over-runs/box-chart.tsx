import { useMemo, useRef } from 'react';
import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import { pointAtRun, useCrosshairStore } from '../crosshair.store.ts';
import { useSize } from '../scene/use-size.ts';
import { type BoxGroup, type BoxPlot, layoutBoxes } from './box.model.ts';
import classes from './over-runs.module.css';
import type { RunTable } from './run-table.model.ts';

interface BoxChartProps {
  readonly table: RunTable;
  readonly value: string;
  readonly by: string | undefined;
}

const rowHeight = 40;
/** More values than this are a cloud: the violin and the box say it better. */
const mostDots = 60;

/** How a value is spread in each group: box and whiskers over a violin, with the runs as dots where they are few. */
export function BoxChart({ table, value, by }: BoxChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const width = useSize(host)?.width ?? 480;
  const plotWidth = Math.max(80, width - 130 - 150);
  const plot = useMemo(
    () => layoutBoxes(table, { value, by, ticks: Math.max(3, Math.floor(plotWidth / 80)) }),
    [table, value, by, plotWidth],
  );
  if (plot === undefined) return null;
  return (
    <div ref={host} className={classes['boxes']}>
      <table>
        <caption className={classes['unseen']}>
          {value} {by === undefined ? '' : `by ${by}`}
        </caption>
        <thead className={classes['unseen']}>
          <tr>
            <th>Group</th>
            <th>Spread</th>
            <th>Runs, median and mean</th>
          </tr>
        </thead>
        <tbody>
          {plot.groups.map((group) => (
            <tr key={group.label}>
              <th scope="row" title={group.label}>
                {group.label}
              </th>
              <td>
                <BoxRow group={group} plot={plot} width={plotWidth} />
              </td>
              <td data-number title={describe(group)}>
                {formatNumber(group.box.median)}
                <small>
                  n {formatInteger(group.box.count)} · mean {formatNumber(group.box.mean, 3)}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <svg className={classes['box-axis']} width={plotWidth} height={20} aria-hidden="true">
        {plot.ticks.map(({ share, label }) => (
          <text key={label} x={share * plotWidth} y={14} textAnchor="middle">
            {label}
          </text>
        ))}
      </svg>
      <p className={classes['told']}>
        Box: middle half; line: median; whiskers: up to 1.5 times the box
        {plot.without > 0 && ` · ${formatInteger(plot.without)} without a value`}
        {plot.leftOut > 0 && ` · ${formatInteger(plot.leftOut)} smaller groups not shown`}
      </p>
    </div>
  );
}

function describe({ box }: BoxGroup): string {
  const { lowerQuartile, upperQuartile, lowerWhisker, upperWhisker } = box;
  return `quartiles ${lowerQuartile} and ${upperQuartile}, whiskers ${lowerWhisker} and ${upperWhisker}`;
}

interface BoxRowProps {
  readonly group: BoxGroup;
  readonly plot: BoxPlot;
  readonly width: number;
}

function BoxRow({ group, plot, width }: BoxRowProps) {
  const store = useCrosshairStore();
  const left = (value: number): number => plot.shareOf(value) * width;
  const { box, density, values } = group;
  const middle = rowHeight / 2;
  return (
    <svg width={width} height={rowHeight} className={classes['box-row']} aria-hidden="true">
      {plot.ticks.map(({ share, label }) => (
        <line
          key={label}
          className={classes['gridline']}
          x1={share * width}
          x2={share * width}
          y1={0}
          y2={rowHeight}
        />
      ))}
      {density !== undefined && <path className={classes['violin']} d={outline(density, left, middle)} />}
      <line
        className={classes['whisker']}
        x1={left(box.lowerWhisker)}
        x2={left(box.upperWhisker)}
        y1={middle}
        y2={middle}
      />
      <rect
        className={classes['box-body']}
        x={left(box.lowerQuartile)}
        width={Math.max(1, left(box.upperQuartile) - left(box.lowerQuartile))}
        y={middle - 7}
        height={14}
      />
      <line
        className={classes['median']}
        x1={left(box.median)}
        x2={left(box.median)}
        y1={middle - 10}
        y2={middle + 10}
      />
      {(values.length <= mostDots ? values : []).map(({ runId, value }, index) => (
        <circle
          key={runId}
          className={classes['dot']}
          cx={left(value)}
          cy={middle + ((index % 5) - 2) * 5}
          r={3}
          onPointerEnter={() => pointAtRun(store, runId)}
          onPointerLeave={() => pointAtRun(store, undefined)}
        />
      ))}
    </svg>
  );
}

function outline(
  { at, share }: NonNullable<BoxGroup['density']>,
  left: (value: number) => number,
  middle: number,
): string {
  const reach = middle - 2;
  const above = at.map(
    (value, index) => `${left(value).toFixed(1)},${(middle - (share[index] ?? 0) * reach).toFixed(1)}`,
  );
  const below = at.map(
    (value, index) => `${left(value).toFixed(1)},${(middle + (share[index] ?? 0) * reach).toFixed(1)}`,
  );
  return `M${above.join('L')}L${below.reverse().join('L')}Z`;
}
