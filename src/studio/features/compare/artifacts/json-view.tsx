import { useMemo } from 'react';
import { flattenDocument } from '#domain/diff/flatten-config.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { selectRows } from '../table/compare-table.model.ts';
import { SideBySide } from '../table/side-by-side.tsx';
import { textRows } from '../table/text-rows.model.ts';
import classes from './files.module.css';
import type { FileViewProps } from './file-view-props.ts';
import { useArtifactTexts } from './use-compared-files.ts';

const mostBytes = 1_048_576;

/** A JSON file of several runs, value by value. */
export function JsonView({ workspace, marked, baseline, view, onChange, file }: FileViewProps) {
  const runs = useMemo(
    () => marked.filter((run) => file.in.some(({ runId }) => runId === run.runId)),
    [marked, file],
  );
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const paths = useMemo(() => [file.path], [file.path]);
  const { data, error, refetch } = useArtifactTexts(workspace, runIds, paths, mostBytes);
  const { all, absent, order } = view;
  const given = useMemo(
    () =>
      runs.map((run) => {
        const found = data?.files.find(({ runId }) => runId === run.runId);
        const text = found?.text === null || found === undefined ? '' : (data?.texts[found.text] ?? '');
        return flattenDocument(text);
      }),
    [runs, data],
  );
  const table = useMemo(() => {
    const place = runs.findIndex((run) => run.runId === baseline);
    const rows = textRows(
      given.map((each) => each ?? new Map()),
      place,
    );
    return selectRows([{ title: file.path, rows }], {
      all,
      absent,
      order: typeof order === 'object' ? 'telling' : order,
    });
  }, [given, runs, baseline, file.path, all, absent, order]);
  if (data === undefined) {
    if (error === null) return <SkeletonRows rows={8} what="file" />;
    return <ErrorState title="The file could not be read" error={error} onRetry={() => void refetch()} />;
  }
  const unread = runs.filter((_run, index) => given[index] === undefined);
  return (
    <>
      {unread.length > 0 && (
        <p className={classes['quiet']}>
          Not whole JSON, or too long to be read at once: the file of{' '}
          {unread.map(({ name }) => name).join(', ')}.
        </p>
      )}
      <SideBySide table={table} runs={runs} view={view} onChange={onChange} />
    </>
  );
}
