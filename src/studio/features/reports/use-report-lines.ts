import { readSeries } from '#contract/metrics.ts';
import type { Problem } from '#contract/problem.ts';
import { readSnapshot } from '#contract/reports.ts';
import { decodeSeries, type SeriesAnswer } from '#domain/series/series-wire.ts';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useClient } from '#studio/query/client-context.ts';
import { operationKey } from '#studio/query/operation-query.ts';
import type { ChartBlock } from './report-block.model.ts';

/** The lines of a chart of a report: those that were kept for it, else as they are now. */
export function useReportLines(
  workspace: string,
  block: ChartBlock,
  runIds: readonly string[],
  width: number | undefined,
): UseQueryResult<SeriesAnswer, Problem> {
  const client = useClient();
  const { frozen } = block;
  const kept = { params: { workspace, snapshotId: frozen ?? '0' } };
  const wanted = {
    params: { workspace },
    body: {
      runIds: [...runIds],
      key: block.metric,
      x: block.x,
      ...(block.from === undefined || block.to === undefined ? {} : { from: block.from, to: block.to }),
      maxBuckets: toBuckets(width ?? 0),
    },
  };
  return useQuery<SeriesAnswer, Problem>({
    // The shell's live refresher reads run ids and key from here.
    queryKey: frozen === undefined ? operationKey(readSeries, wanted) : operationKey(readSnapshot, kept),
    queryFn: async ({ signal }) =>
      decodeSeries(
        frozen === undefined
          ? await client.bytes(readSeries, wanted, signal)
          : await client.bytes(readSnapshot, kept, signal),
      ),
    enabled: frozen !== undefined || (width !== undefined && runIds.length > 0),
    staleTime: frozen === undefined ? 10_000 : Infinity,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  });
}

/** In steps, so that a window that is dragged wider does not ask again at every pixel. */
function toBuckets(width: number): number {
  const step = 250;
  return Math.min(2000, Math.max(step, Math.ceil((width * window.devicePixelRatio) / step) * step));
}
