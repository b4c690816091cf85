import { useMemo } from 'react';
import { useBaselines } from '#studio/baseline/use-baselines.ts';
import type { Column } from './column.model.ts';
import type { TableRow } from './fetch-rows.ts';
import { useLiveRows } from './use-live-rows.ts';
import { useSame } from './use-same.ts';

/** The baselines of some experiments with what the columns show of them, by experiment id. */
export function useBaselineRows(
  workspace: string,
  experimentIds: readonly string[],
  columns: readonly Column[],
): ReadonlyMap<string, TableRow> {
  const baselines = useBaselines(workspace, experimentIds);
  const runIds = useSame([...new Set([...baselines.values()].map(({ runId }) => runId))]);
  const rows = useLiveRows(workspace, runIds, columns);
  return useMemo(
    () =>
      new Map(
        [...baselines].flatMap(([experimentId, { runId }]) => {
          const row = rows.get(runId);
          return row === undefined ? [] : [[experimentId, row] as const];
        }),
      ),
    [baselines, rows],
  );
}
