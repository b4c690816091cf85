import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { delimiterOf, parseDelimited } from '#domain/delimited-text.ts';
import { joinTables, keyColumns } from '#domain/diff/join-tables.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ShowMore } from '#studio/ui/show-more.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import type { FileViewProps } from './file-view-props.ts';
import classes from './files.module.css';
import { JoinedTable } from './joined-table.tsx';
import { useArtifactTexts } from './use-compared-files.ts';

const mostBytes = 1_048_576;
/** Cells drawn at once. */
const portion = 4000;

/** Tables of several runs, their rows joined by a key. */
export function JoinedView({ workspace, marked, view, file }: FileViewProps) {
  const runs = useMemo(
    () => marked.filter((run) => file.in.some(({ runId }) => runId === run.runId)),
    [marked, file],
  );
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const paths = useMemo(() => [file.path], [file.path]);
  const { data, error, refetch } = useArtifactTexts(workspace, runIds, paths, mostBytes);
  const tables = useMemo(
    () =>
      runs.map((run) => {
        const found = data?.files.find(({ runId }) => runId === run.runId);
        const text = found === undefined || found.text === null ? '' : (data?.texts[found.text] ?? '');
        const rows = parseDelimited(text, delimiterOf(file.path, text));
        // Where the text is cut, its last row may be half.
        return found?.truncated === true ? rows.slice(0, -1) : rows;
      }),
    [runs, data, file.path],
  );
  const keys = useMemo(() => keyColumns(tables), [tables]);
  const [chosen, setChosen] = useState<string>();
  const key = chosen !== undefined && keys.includes(chosen) ? chosen : keys[0];
  const joined = useMemo(() => (key === undefined ? undefined : joinTables(tables, key)), [tables, key]);
  const [asked, setAsked] = useState(1);
  if (data === undefined) {
    if (error === null) return <SkeletonRows rows={8} what="tables" />;
    return <ErrorState title="The tables could not be read" error={error} onRetry={() => void refetch()} />;
  }
  if (joined === undefined || key === undefined) {
    return (
      <EmptyState title="These tables share no column">
        Rows can only be joined by a column that all of them have.
      </EmptyState>
    );
  }
  const rows = view.all ? joined.rows : joined.rows.filter((row) => row.differs);
  const step = Math.max(20, Math.floor(portion / Math.max(1, runs.length * joined.columns.length)));
  const cut = data.files.some(({ truncated }) => truncated);
  return (
    <>
      <div className={classes['pair']}>
        <Select
          size="xs"
          label="Join rows by"
          data={[...keys]}
          allowDeselect={false}
          value={key}
          onChange={(column) => setChosen(column ?? undefined)}
        />
        <span className={classes['quiet']}>
          {formatInteger(rows.length)} of {formatInteger(joined.rows.length)} rows
          {view.all ? '' : ' differ'}
          {joined.doubled > 0 &&
            ` · ${formatInteger(joined.doubled)} rows left out, their ${key} is there twice`}
          {cut && ' · only the beginning of the tables was read'}
        </span>
      </div>
      <JoinedTable joined={joined} rows={rows.slice(0, step * asked)} runs={runs} keyName={key} />
      <ShowMore
        shown={Math.min(rows.length, step * asked)}
        total={rows.length}
        what="rows"
        step={step}
        onMore={() => setAsked(asked + 1)}
      />
    </>
  );
}
