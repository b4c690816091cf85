import { readSeries } from '#contract/metrics.ts';
import type { Problem } from '#contract/problem.ts';
import type { BucketedLine } from '#domain/drawing/bucketed-line.ts';
import { isSmooth, type Smoothing } from '#domain/drawing/smoothing.ts';
import { decodeSeries } from '#domain/series/series-wire.ts';
import { useClient } from '#studio/query/client-context.ts';
import { operationKey } from '#studio/query/operation-query.ts';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { axisQuestion, type ChartAxis } from '../scene/chart-axis.ts';
import type { Range } from '../scene/range.ts';

export interface WantedLines {
  readonly workspace: string;
  readonly runIds: readonly string[];
  readonly metric: string;
  readonly x: ChartAxis;
  readonly range: Range | undefined;
  readonly smoothing: Smoothing;
  /** How many device pixels wide the chart is. */
  readonly pixels: number;
  readonly enabled: boolean;
}

/** What was answered. */
export interface MetricLines {
  readonly lines: readonly BucketedLine[];
  /** The smoothing that was asked for. */
  readonly smoothing: Smoothing;
}

/** A zoom is settled when it has not changed for this long, in milliseconds; until then the old lines are stretched. */
const settleMs = 100;

/** The lines of one metric, as fine as the screen can show. An answer that nobody waits for any more is cancelled. */
export function useMetricLines(wanted: WantedLines): UseQueryResult<MetricLines, Problem> {
  const client = useClient();
  const [range] = useDebouncedValue(wanted.range, settleMs, { leading: true });
  const input = {
    params: { workspace: wanted.workspace },
    body: {
      runIds: [...wanted.runIds],
      key: wanted.metric,
      ...axisQuestion(wanted.x),
      ...(range === undefined ? {} : widen(range)),
      maxBuckets: toBucketCount(wanted.pixels),
      ...(isSmooth(wanted.smoothing) ? { smoothing: wanted.smoothing } : {}),
    },
  };
  return useQuery<MetricLines, Problem>({
    // The shell's live refresher reads run ids and key from here.
    queryKey: operationKey(readSeries, input),
    queryFn: async ({ signal }) => ({
      lines: decodeSeries(await client.bytes(readSeries, input, signal)).lines,
      smoothing: wanted.smoothing,
    }),
    enabled: wanted.enabled && wanted.runIds.length > 0,
    placeholderData: keepPreviousData,
    // Typed arrays are as large as all else together; comparing them with the last answer gains nothing.
    structuralSharing: false,
  });
}

/** A little more than is in view, so that lines run on to the edges. */
function widen([low, high]: Range): { readonly from: number; readonly to: number } {
  const beyond = (high - low) * 0.1;
  return { from: low - beyond, to: high + beyond };
}

/** In steps, so that a window that is dragged wider does not ask again at every pixel. */
function toBucketCount(pixels: number): number {
  const step = 250;
  return Math.min(4000, Math.max(step, Math.ceil(pixels / step) * step));
}
