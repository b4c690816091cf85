import type { Problem } from '#contract/problem.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { usePanelAddress } from '#studio/ui/use-panel-address.ts';
import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { DrawnLine } from '../line/drawn-line.model.ts';
import { LineChart } from '../line/line-chart.tsx';
import type { PlotView } from '../line/plot.model.ts';
import { PointTable } from '../line/point-table.tsx';
import { axisName } from '../scene/chart-axis.ts';
import type { Size } from '../scene/use-size.ts';
import type { Zoom } from '../line/zoom.model.ts';
import classes from './metric-card.module.css';
import { type MetricCardProps, rangeOf, showAll, withKey } from './metric-card-props.ts';

interface MetricBodyProps extends MetricCardProps {
  readonly answer: UseQueryResult<unknown, Problem>;
  readonly lines: readonly DrawnLine[];
  readonly size: Size | undefined;
}

/** The chart of a metric, its table, or why there is neither. */
export function MetricBody({ metric, view, notes, onChange, answer, lines, size }: MetricBodyProps) {
  const { x, log } = view;
  const range = rangeOf(view, metric);
  const yRange = view.yRanges.get(metric);
  const fit = view.fit && !view.whole.includes(metric);
  const plotView = useMemo<PlotView>(
    () => ({ x, log, xRange: range, yRange, fit }),
    [x, log, range, yRange, fit],
  );
  const zoom = useCallback(
    (wanted: Zoom) => onChange((now) => zoomed(now, metric, wanted)),
    [onChange, metric],
  );
  const reset = useCallback(() => onChange((now) => showAll(now, metric)), [onChange, metric]);
  const [, openPanel] = usePanelAddress('notes');
  const openNote = useCallback(() => openPanel(true), [openPanel]);
  const showWhole = useCallback(
    () => onChange((now) => ({ ...showAll(now, metric), whole: [...now.whole, metric] })),
    [onChange, metric],
  );

  if (answer.isError && answer.data === undefined) {
    return (
      <div className={classes['card-error']} role="alert">
        <p>{describeError(answer.error)}</p>
        <Button variant="default" onClick={() => void answer.refetch()}>
          Try again
        </Button>
      </div>
    );
  }
  if (answer.data === undefined) return <Skeleton height="100%" animate={false} aria-label="Loading" />;
  if (view.tables.includes(metric)) return <PointTable lines={lines} axis={x} metric={metric} />;
  const count = lines.length === 1 ? '1 run' : `${lines.length} runs`;
  return (
    <LineChart
      chartId={metric}
      label={`${metric} by ${axisName(x).toLowerCase()}, ${count}`}
      lines={lines}
      size={size}
      view={plotView}
      light={view.light}
      metric={metric}
      notes={notes}
      onOpenNote={openNote}
      onZoom={zoom}
      onReset={reset}
      onShowAll={showWhole}
      {...(lines.length === 0 ? { notice: noticeFor(range !== undefined) } : {})}
    />
  );
}

function zoomed(
  view: MetricCardProps['view'],
  metric: string,
  { x, y }: Zoom,
): Partial<MetricCardProps['view']> {
  return {
    ...(x === undefined ? {} : view.linked ? { range: x } : { xRanges: withKey(view.xRanges, metric, x) }),
    ...(y === undefined ? {} : { yRanges: withKey(view.yRanges, metric, y) }),
  };
}

function noticeFor(isZoomed: boolean): string {
  return isZoomed
    ? 'No points in this range. Press 0 to show all.'
    : 'None of the runs shown has points here.';
}
