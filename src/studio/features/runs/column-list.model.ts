import { type Column, columnId, ownColumns } from './column.model.ts';
import { columnLabel } from './column-label.model.ts';

interface Field {
  readonly key: string;
  readonly runs: number;
}

interface Fields {
  readonly metrics: readonly Field[];
  readonly params: readonly Field[];
  readonly tags: readonly Field[];
  readonly totals: { readonly metrics: number; readonly params: number; readonly tags: number };
}

/** A line of the list to choose columns from. */
export type ColumnLine =
  | { readonly kind: 'heading'; readonly title: string; readonly count: string }
  | {
      readonly kind: 'column';
      readonly column: Column;
      readonly label: string;
      readonly runs: number | undefined;
    };

/** Everything that could be a column, with a heading for each kind that has any; those whose name holds the text. */
export function columnLines(fields: Fields | undefined, search: string): readonly ColumnLine[] {
  const wanted = search.trim().toLowerCase();
  const own = ownColumns
    .filter((name) => name !== 'name')
    .map((name): Column => ({ kind: 'own', name }))
    .filter((column) => columnLabel(column).toLowerCase().includes(wanted));
  const keyed = (['metrics', 'params', 'tags'] as const).flatMap((kind) => {
    const found = fields?.[kind] ?? [];
    const lines = found.map(({ key, runs }) => lineOf({ kind, key }, runs));
    return withHeading(titles[kind], lines, fields?.totals[kind] ?? 0);
  });
  return [
    ...withHeading(
      'Run',
      own.map((column) => lineOf(column, undefined)),
      own.length,
    ),
    ...keyed,
  ];
}

const titles = { metrics: 'Metrics', params: 'Parameters', tags: 'Tags' } as const;

function lineOf(column: Column, runs: number | undefined): ColumnLine {
  return { kind: 'column', column, label: columnLabel(column), runs };
}

function withHeading(title: string, lines: readonly ColumnLine[], total: number): readonly ColumnLine[] {
  if (lines.length === 0) return [];
  const count =
    total > lines.length
      ? `${lines.length.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}, those most used`
      : String(lines.length);
  return [{ kind: 'heading', title, count }, ...lines];
}

/** What a list's line is known by. */
export function lineId(line: ColumnLine): string {
  return line.kind === 'heading' ? line.title : columnId(line.column);
}
