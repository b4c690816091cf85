import { useMemo } from 'react';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { useArtifactTexts, useComparedFiles } from '../artifacts/use-compared-files.ts';
import type { ComparePaneProps } from '../compare-pane-props.ts';
import { selectRows } from '../table/compare-table.model.ts';
import { SideBySide } from '../table/side-by-side.tsx';
import { textRows } from '../table/text-rows.model.ts';
import { packagePaths, toEnvironment, toParameters } from './environment.model.ts';

/** What the runs were given and where they ran: parameters, source, machine, packages. */
export function SetupPane({ workspace, runs, marked, baseline, view, onChange }: ComparePaneProps) {
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const files = useComparedFiles(workspace, runIds);
  const paths = useMemo(() => packagePaths(files.data?.files ?? []), [files.data]);
  const texts = useArtifactTexts(workspace, runIds, paths);
  const { all, absent, order } = view;
  const table = useMemo(() => {
    const place = runs.findIndex((run) => run.runId === baseline);
    const environments = runs.map((run) => toEnvironment(run, texts.data));
    const sections = [
      { title: 'Parameters', rows: textRows(runs.map(toParameters), place) },
      {
        title: 'Source',
        rows: textRows(
          environments.map((each) => each.source),
          place,
        ),
      },
      {
        title: 'Machine',
        rows: textRows(
          environments.map((each) => each.machine),
          place,
        ),
      },
      {
        title: 'Packages',
        rows: textRows(
          environments.map((each) => each.packages),
          place,
        ),
      },
    ];
    return selectRows(sections, { all, absent, order: typeof order === 'object' ? 'telling' : order });
  }, [runs, baseline, texts.data, all, absent, order]);
  const failed = files.isError ? files : texts.isError ? texts : undefined;
  if (files.isPending || (paths.length > 0 && texts.isPending))
    return <SkeletonRows rows={8} what="packages" />;
  return (
    <>
      {failed !== undefined && (
        <ErrorState
          title="The package files could not be read"
          error={failed.error}
          onRetry={() => void failed.refetch()}
        />
      )}
      <SideBySide table={table} runs={marked} view={view} onChange={onChange} />
    </>
  );
}
