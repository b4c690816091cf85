import { useState } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ShowMore } from '#studio/ui/show-more.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import classes from '../artifacts.module.css';
import type { FilePlace } from './file-place.ts';
import { readParquet } from './read-parquet.ts';
import { Unreadable } from './unreadable.tsx';
import { useParsedFile } from './use-parsed-file.ts';
import { ValueGrid } from './value-grid.tsx';

const portion = 1000;
const mostRows = 50_000;

/** A Parquet file as a table: its first rows, and more on demand. */
export function ParquetArtifact({ name, ...place }: FilePlace & { readonly name: string }) {
  const [wanted, setWanted] = useState(portion);
  const { data, error, refetch } = useParsedFile(place, {
    kind: 'parquet',
    of: wanted,
    parse: async (size, read) => readParquet(size, read, wanted),
  });
  if (error !== null) {
    return <Unreadable name={name} what="a Parquet table" error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <SkeletonRows rows={8} what={name} />;
  const { columns, columnCount, rowCount, rows, codecs } = data;
  return (
    <>
      <p className={classes['quiet']}>
        {formatInteger(rowCount)} {rowCount === 1 ? 'row' : 'rows'}, {formatInteger(columnCount)}{' '}
        {columnCount === 1 ? 'column' : 'columns'}
        {columns.length < columnCount && `, the first ${formatInteger(columns.length)} shown`}
        {codecs.length > 0 && `, ${codecs.join(' and ').toLowerCase()}`}
      </p>
      <ValueGrid name={name} head={columns.map((column) => `${column.name} ${column.type}`)} rows={rows} />
      <ShowMore
        shown={rows.length}
        total={Math.min(rowCount, mostRows)}
        what="rows"
        step={portion * 4}
        onMore={() => setWanted((before) => Math.min(mostRows, before + portion * 4))}
      />
      {rowCount > mostRows && rows.length >= mostRows && (
        <p className={classes['quiet']}>
          The first {formatInteger(mostRows)} of {formatInteger(rowCount)} rows shown. Download the file for
          the rest.
        </p>
      )}
    </>
  );
}
