import { readSeries } from '#contract/metrics.ts';
import type { Problem } from '#contract/problem.ts';
import { isSmooth, type Smoothing } from '#domain/drawing/smoothing.ts';
import { joinTail } from '#domain/series/join-tail.ts';
import { type AnsweredLine, decodeSeries, type SeriesAnswer } from '#domain/series/series-wire.ts';
import { useClient } from '#studio/query/client-context.ts';
import { operationKey } from '#studio/query/operation-query.ts';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
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
  /** Whether it is looked at just now; unless said, it is. */
  readonly inSight?: boolean;
}

/** What was answered. */
export interface MetricLines {
  readonly lines: readonly AnsweredLine[];
  /** The smoothing that was asked for. */
  readonly smoothing: Smoothing;
}

/** A zoom is settled when it has not changed for this long, in milliseconds; until then the old lines are stretched. */
const settleMs = 100;

/** The lines of one metric, as fine as the screen can show. An answer that nobody waits for any more is cancelled. */
export function useMetricLines(wanted: WantedLines): UseQueryResult<MetricLines, Problem> {
  const client = useClient();
  const queries = useQueryClient();
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
    queryFn: async ({ signal, queryKey }) => {
      const before = queries.getQueryData<MetricLines>(queryKey)?.lines ?? [];
      const since = Object.fromEntries(before.map(({ runId, cursor }) => [runId, cursor]));
      const asked = before.length === 0 ? input : { ...input, body: { ...input.body, since } };
      const answer = decodeSeries(await client.bytes(readSeries, asked, signal));
      return { lines: joinAnswer(before, answer), smoothing: wanted.smoothing };
    },
    // What is not looked at is not kept up to date: it is asked for again when it comes into sight.
    enabled: ({ state }) =>
      wanted.enabled && wanted.runIds.length > 0 && (wanted.inSight !== false || state.data === undefined),
    placeholderData: keepPreviousData,
    // Typed arrays are as large as all else together; comparing them with the last answer gains nothing.
    structuralSharing: false,
  });
}

/** The lines as they are now: what has not changed is the very line there was before. */
export function joinAnswer(
  before: readonly AnsweredLine[],
  { lines, unchanged }: Pick<SeriesAnswer, 'lines' | 'unchanged'>,
): readonly AnsweredLine[] {
  const had = new Map(before.map((line) => [line.runId, line]));
  const same = unchanged.flatMap((runId) => had.get(runId) ?? []);
  const changed = lines.map((line) => {
    const whole = had.get(line.runId);
    return whole === undefined ? line : joinTail(whole, line);
  });
  return [...same, ...changed];
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
