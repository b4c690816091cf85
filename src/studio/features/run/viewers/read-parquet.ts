import { type ReadSpan, UnreadableFile } from '#domain/window-reader.ts';
import { decompress } from 'fzstd';
import { type FileMetaData, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { cellText } from './cell-text.model.ts';

export interface ParquetTable {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns of the file, of which the first are shown. */
  readonly columnCount: number;
  readonly rowCount: number;
  readonly rows: readonly (readonly string[])[];
  readonly codecs: readonly string[];
}

const shownColumns = 200;
/** What the values of the rows shown may take in memory, as the file says. */
const maxUnpackedBytes = 256 * 1024 * 1024;
const maxFileBytes = 16 * 1024 ** 3;
const readable = new Set(['UNCOMPRESSED', 'SNAPPY', 'ZSTD']);

/** The first rows of a Parquet file, of which only those parts are fetched that hold them. Throws `UnreadableFile`. */
export async function readParquet(size: number, read: ReadSpan, rows: number): Promise<ParquetTable> {
  if (size > maxFileBytes) throw new UnreadableFile('It has more than 16 GiB.');
  const file = {
    byteLength: size,
    slice: async (start: number, end = size) => {
      if (start < 0 || end < start || end > size)
        throw new UnreadableFile('It points to places outside of itself.');
      const bytes = await read(start, end);
      return bytes.slice().buffer;
    },
  };
  const metadata = await parquetMetadataAsync(file);
  const fields = parquetSchema(metadata).children.map(({ element }) => element);
  const columns = fields.slice(0, shownColumns).map(({ name, type, logical_type: logical }) => ({
    name,
    type: (logical?.type ?? type ?? 'nested').toLowerCase(),
  }));
  const rowCount = Number(metadata.num_rows);
  const names = columns.map(({ name }) => name);
  const rowEnd = Math.min(rows, rowCount);
  const codecs = checkParts(metadata, new Set(names), rowEnd);
  const objects =
    rowEnd === 0
      ? []
      : await parquetReadObjects({
          file,
          metadata,
          columns: names,
          rowStart: 0,
          rowEnd,
          compressors: {
            ZSTD: (packed, length) => decompress(packed, new Uint8Array(checkLength(length))),
          },
        });
  return {
    columns,
    columnCount: fields.length,
    rowCount,
    rows: objects.map((row) => names.map((name) => cellText(row[name]))),
    codecs,
  };
}

/** Refuses what would fill the memory, and what is packed in a way that nothing here unpacks. */
function checkParts(metadata: FileMetaData, names: ReadonlySet<string>, rowEnd: number): readonly string[] {
  const codecs = new Set<string>();
  let unpacked = 0;
  let row = 0;
  for (const group of metadata.row_groups) {
    if (row >= rowEnd) break;
    row += Number(group.num_rows);
    for (const { meta_data: column } of group.columns) {
      if (column === undefined || !names.has(column.path_in_schema[0] ?? '')) continue;
      codecs.add(column.codec);
      unpacked += Number(column.total_uncompressed_size);
    }
  }
  const foreign = [...codecs].find((codec) => !readable.has(codec));
  if (foreign !== undefined) {
    throw new UnreadableFile(
      `It is compressed with ${foreign}; here ${[...readable].join(', ')} can be read.`,
    );
  }
  if (unpacked > maxUnpackedBytes) {
    throw new UnreadableFile('Its first rows lie in parts of more than 256 MiB.');
  }
  return [...codecs];
}

function checkLength(length: number): number {
  if (length >= 0 && length <= maxUnpackedBytes) return length;
  throw new UnreadableFile('A part of it says that it holds more than 256 MiB.');
}
