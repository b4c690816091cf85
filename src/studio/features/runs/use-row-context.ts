import { useMemo } from 'react';
import { useHref } from 'react-router';
import { url } from '#studio/app/url.ts';
import { usePreferences } from '#studio/preferences/preferences.store.ts';
import { toCellMarks } from './cell-marks.model.ts';
import type { ColumnLayout, PlacedColumn } from './column-layout.model.ts';
import type { TableRow } from './fetch-rows.ts';
import type { RowContext } from './row-context.ts';
import type { RunsGridProps } from './grid-props.ts';
import { useBaselineRows } from './use-baseline-rows.ts';
import { useBestValues } from './use-best-values.ts';
import { useSame } from './use-same.ts';
import { useSparklines } from './use-sparklines.ts';

interface InSight {
  readonly layout: ColumnLayout;
  readonly inSight: readonly PlacedColumn[];
  readonly runs: ReadonlyMap<number, TableRow>;
  readonly scrolling: boolean;
}

/** More would leave no room for rows. */
const mostBaselines = 3;
const none: readonly string[] = [];

/** What the rows of the table share, and the baselines above them. */
export function useRowContext(
  { workspace, query, news, directions }: RunsGridProps,
  { layout, inSight, runs, scrolling }: InSight,
) {
  const runsHref = useHref(url.runs(workspace));
  const exactTimes = usePreferences((state) => state.times === 'exact');
  const { directionOf } = directions;
  const columns = useMemo(
    () => [...layout.pinned, ...inSight].map(({ column }) => column),
    [layout.pinned, inSight],
  );
  const all = [...runs.values()];
  const experiments = useSame([...new Set(all.map(({ experimentId }) => experimentId))].sort());
  const baselines = useBaselineRows(workspace, experiments, columns);
  const best = useBestValues({
    workspace,
    query,
    columns,
    directionOf,
    version: news.version,
    enabled: !scrolling && (news.rows ?? 0) > 1,
  });
  const marks = useMemo(() => toCellMarks(baselines, best, directionOf), [baselines, best, directionOf]);
  const pathOf = useSparklines(workspace, useSame(scrolling ? none : all.map(({ runId }) => runId)), columns);
  const context = useMemo<RowContext>(
    () => ({ runsHref, pinned: layout.pinned, columns: inSight, exactTimes, marks, pathOf }),
    [runsHref, layout.pinned, inSight, exactTimes, marks, pathOf],
  );
  return {
    context,
    baselines: [...new Map([...baselines.values()].map((row) => [row.runId, row])).values()].slice(
      0,
      mostBaselines,
    ),
    baselineIds: useMemo(() => new Set([...baselines.values()].map(({ runId }) => runId)), [baselines]),
  };
}
