import type { BucketedLine } from '#domain/drawing/bucketed-line.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartLine, IconMaximize, IconMinimize, IconTable, IconZoomReset } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import type { ChartRun } from './chart-run.ts';
import classes from './metric-grid.module.css';
import { type DrawnLine, shareOf, toDrawnLine } from './drawn-line.model.ts';
import { MetricBody } from './metric-body.tsx';
import { describeOddPoints, describeShare } from './share-text.ts';
import { type MetricCardProps, withoutKey } from './metric-card-props.ts';
import { useMetricLines } from './use-metric-lines.ts';
import { useNearScreen } from './use-near-screen.ts';
import { useSize } from './use-size.ts';

/** One metric of several runs: what it is, how much of it is drawn, and the chart or its table. */
export function MetricCard(props: MetricCardProps) {
  const { workspace, metric, runs, hidden, view } = props;
  const body = useRef<HTMLDivElement>(null);
  const near = useNearScreen(body);
  const size = useSize(body);
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const answer = useMetricLines({
    workspace,
    runIds,
    metric,
    x: view.x,
    range: view.range,
    pixels: (size?.width ?? 0) * window.devicePixelRatio,
    enabled: near && size !== undefined,
  });
  const lines = useMemo(
    () => drawLines(answer.data ?? [], runs, hidden, view.smooth),
    [answer.data, runs, hidden, view.smooth],
  );
  const share = useMemo(() => shareOf(lines, view.range), [lines, view.range]);
  const odd = describeOddPoints(share);
  const told = answer.data === undefined ? '' : describeShare(share, view.smooth);
  return (
    <section className={classes['card']} data-full={view.full === metric} aria-label={metric}>
      <header className={classes['card-head']}>
        <div className={classes['card-titles']}>
          <h3 className={classes['card-title']} title={metric}>
            {metric}
          </h3>
          <p className={classes['card-share']} title={told}>
            {odd !== '' && <span className={classes['card-odd']}>{odd} · </span>}
            {told}
          </p>
        </div>
        <CardActions {...props} />
      </header>
      <div ref={body} className={classes['card-body']} aria-busy={answer.isFetching}>
        {near && <MetricBody {...props} answer={answer} lines={lines} />}
      </div>
    </section>
  );
}

function drawLines(
  data: readonly BucketedLine[],
  runs: readonly ChartRun[],
  hidden: ReadonlySet<string>,
  smoothing: number,
): readonly DrawnLine[] {
  const byRun = new Map(data.map((line) => [line.runId, line]));
  return runs.flatMap((run) => {
    const line = byRun.get(run.runId);
    if (line === undefined || line.points === 0 || hidden.has(run.runId)) return [];
    return [toDrawnLine({ ...run, line }, smoothing)];
  });
}

function CardActions({ metric, view, onChange }: MetricCardProps) {
  const full = view.full === metric;
  const asTable = view.tables.includes(metric);
  const zoomed = view.range !== undefined || view.yRanges.has(metric);
  return (
    <div className={classes['card-actions']}>
      {zoomed && (
        <CardAction
          label={`Show all of ${metric}`}
          hint="Show all (double click, or 0)"
          onClick={() => onChange({ range: undefined, yRanges: withoutKey(view.yRanges, metric) })}
        >
          <IconZoomReset size={16} />
        </CardAction>
      )}
      <CardAction
        label={asTable ? `Show ${metric} as a chart` : `Show ${metric} as a table`}
        hint={asTable ? 'As a chart' : 'As a table'}
        onClick={() =>
          onChange({
            tables: asTable ? view.tables.filter((key) => key !== metric) : [...view.tables, metric],
          })
        }
      >
        {asTable ? <IconChartLine size={16} /> : <IconTable size={16} />}
      </CardAction>
      <CardAction
        label={full ? 'Back to all charts' : `Fill the page with ${metric}`}
        hint={full ? 'Back to all charts' : 'Fill the page'}
        onClick={() => onChange({ full: full ? undefined : metric })}
      >
        {full ? <IconMinimize size={16} /> : <IconMaximize size={16} />}
      </CardAction>
    </div>
  );
}

interface CardActionProps {
  readonly label: string;
  readonly hint: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function CardAction({ label, hint, onClick, children }: CardActionProps) {
  return (
    <Tooltip label={hint}>
      <ActionIcon size={28} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
