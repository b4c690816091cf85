import { freezeSeries } from '#contract/reports.ts';
import { Problem } from '#contract/problem.ts';
import { Button, Skeleton } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { url } from '#studio/app/url.ts';
import { toChartRuns } from '#studio/charts/chart-run.ts';
import { CrosshairProvider } from '#studio/charts/crosshair-provider.tsx';
import { LineChart } from '#studio/charts/line/line-chart.tsx';
import type { PlotView } from '#studio/charts/line/plot.model.ts';
import type { Zoom } from '#studio/charts/line/zoom.model.ts';
import { useSize } from '#studio/charts/scene/use-size.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';
import { BlockFrame } from './block-frame.tsx';
import { describeLines, toReportLines } from './report-lines.model.ts';
import type { ChartBlock as Block } from './report-block.model.ts';
import classes from './reports.module.css';
import { useReportLines } from './use-report-lines.ts';
import { useReportRuns } from './use-report-runs.ts';

interface ChartBlockProps {
  readonly workspace: string;
  readonly block: Block;
  /** Writes the block anew; absent where the report is only read. */
  readonly onChange: ((next: Partial<Block>) => void) | undefined;
}

/** A chart in a report: live, or with the lines that were kept for it. */
export function ChartBlock({ workspace, block, onChange }: ChartBlockProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const { answer, viewError } = useReportRuns(workspace, block, none);
  const runs = useMemo(() => toChartRuns(answer.data?.rows ?? []), [answer.data]);
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const series = useReportLines(workspace, block, runIds, size?.width);
  const lines = useMemo(
    () => toReportLines(series.data?.lines ?? [], runs, block),
    [series.data, runs, block],
  );
  const [zoom, setZoom] = useState<Zoom>({});
  const view = useMemo<PlotView>(
    () => ({ x: block.x, log: block.log, xRange: zoom.x ?? rangeOf(block), yRange: zoom.y }),
    [block, zoom],
  );
  const error = viewError ?? answer.error ?? (series.data === undefined ? series.error : null);
  const compare = url.compare(workspace, runIds, { x: block.x, metric: block.metric });
  return (
    <BlockFrame
      title={block.title ?? block.metric}
      told={series.data === undefined ? 'Loading' : describeLines(lines, runs.length, block)}
      to={compare}
      error={error}
      actions={
        onChange !== undefined && (
          <FreezeButton workspace={workspace} block={block} runIds={runIds} onChange={onChange} />
        )
      }
    >
      <div ref={host} className={classes['chart']}>
        {series.data === undefined ? (
          <Skeleton height="100%" animate={false} aria-label="Loading" />
        ) : (
          <CrosshairProvider>
            <LineChart
              chartId={`report ${block.metric}`}
              label={`${block.metric}, ${lines.length} runs`}
              lines={lines}
              view={view}
              onZoom={(next) => setZoom((now) => ({ ...now, ...next }))}
              onReset={() => setZoom({})}
              {...(lines.length === 0 ? { notice: 'None of these runs has logged it.' } : {})}
            />
          </CrosshairProvider>
        )}
      </div>
    </BlockFrame>
  );
}

const none: readonly string[] = [];

function rangeOf({ from, to }: Block): readonly [number, number] | undefined {
  return from === undefined || to === undefined || from >= to ? undefined : [from, to];
}

interface FreezeButtonProps extends ChartBlockProps {
  readonly runIds: readonly string[];
  readonly onChange: (next: Partial<Block>) => void;
}

/** The most that can be kept: a frozen chart is not asked for again at another size. */
const frozenBuckets = 1000;

/** Keeps the lines as they are now, or lets them follow the runs again. */
function FreezeButton({ workspace, block, runIds, onChange }: FreezeButtonProps) {
  const freezing = useOperationMutation(freezeSeries);
  const freeze = async (): Promise<void> => {
    try {
      const { snapshotId } = await freezing.mutateAsync({
        params: { workspace },
        body: { runIds: [...runIds], key: block.metric, x: block.x, maxBuckets: frozenBuckets },
      });
      onChange({
        frozen: snapshotId,
        runs: [...runIds],
        limit: undefined,
        filter: undefined,
        view: undefined,
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast({ kind: 'failed', message: describeError(error) });
    }
  };
  if (block.frozen !== undefined) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => onChange({ frozen: undefined })}>
        Make live
      </Button>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={runIds.length === 0}
      loading={freezing.isPending}
      onClick={() => void freeze()}
    >
      Freeze
    </Button>
  );
}
