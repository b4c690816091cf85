import type { Problem } from '#contract/problem.ts';
import type { BucketedLine } from '#domain/drawing/bucketed-line.ts';
import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { describeError } from '../ui/error-state.tsx';
import type { DrawnLine } from './drawn-line.model.ts';
import { LineChart } from './line-chart.tsx';
import { type MetricCardProps, withoutKey } from './metric-card-props.ts';
import classes from './metric-grid.module.css';
import { PointTable } from './point-table.tsx';
import type { PlotView } from './plot.model.ts';
import { axisNames } from './reading-text.ts';
import type { Zoom } from './zoom.model.ts';

interface MetricBodyProps extends MetricCardProps {
  readonly answer: UseQueryResult<readonly BucketedLine[], Problem>;
  readonly lines: readonly DrawnLine[];
}

/** The chart of a metric, its table, or why there is neither. */
export function MetricBody({ metric, view, onChange, answer, lines }: MetricBodyProps) {
  const { range, yRanges, x, log } = view;
  const plotView = useMemo<PlotView>(
    () => ({ x, log, xRange: range, yRange: yRanges.get(metric) }),
    [x, log, range, yRanges, metric],
  );
  const zoom = useCallback(
    (wanted: Zoom) =>
      onChange({
        ...(wanted.x === undefined ? {} : { range: wanted.x }),
        ...(wanted.y === undefined ? {} : { yRanges: new Map([...yRanges, [metric, wanted.y]]) }),
      }),
    [onChange, yRanges, metric],
  );
  const reset = useCallback(
    () => onChange({ range: undefined, yRanges: withoutKey(yRanges, metric) }),
    [onChange, yRanges, metric],
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
      label={`${metric} by ${axisNames[x].toLowerCase()}, ${count}`}
      lines={lines}
      view={plotView}
      onZoom={zoom}
      onReset={reset}
      {...(lines.length === 0 ? { notice: noticeFor(range !== undefined) } : {})}
    />
  );
}

function noticeFor(zoomed: boolean): string {
  return zoomed ? 'No points in this range. Press 0 to show all.' : 'None of the runs shown has points here.';
}
