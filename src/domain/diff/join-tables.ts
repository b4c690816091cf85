import { meaningOf, toNumber } from './same-value.ts';

/** A table as text has it: the first row names the columns. */
export type TextTable = readonly (readonly string[])[];

export interface JoinedCell {
  /** Absent where that table has no such row or column. */
  readonly text: string | undefined;
  /** Against the first table, where both are numbers. */
  readonly delta: number | undefined;
}

export interface JoinedRow {
  readonly key: string;
  /** By column, then by table. */
  readonly cells: readonly (readonly JoinedCell[])[];
  readonly differs: boolean;
}

export interface JoinedTables {
  /** Columns besides the key, in the order in which they are met. */
  readonly columns: readonly string[];
  readonly rows: readonly JoinedRow[];
  /** Rows whose key the same table has met before: of those only the first takes part. */
  readonly doubled: number;
}

/** Lays tables side by side, row by row, by the values of one column. Keys come in the order in which they are met. */
export function joinTables(tables: readonly TextTable[], keyColumn: string): JoinedTables {
  const parts = tables.map((table) => indexTable(table, keyColumn));
  const columns = unionOf(parts.map(({ columns: names }) => names)).filter((name) => name !== keyColumn);
  const rows = unionOf(parts.map(({ rows: byKey }) => [...byKey.keys()])).map((key): JoinedRow => {
    const cells = columns.map((column) => {
      const texts = parts.map((part) => part.rows.get(key)?.[part.columns.indexOf(column)]);
      return texts.map((text) => ({ text, delta: deltaOf(text, texts[0]) }));
    });
    return { key, cells, differs: cells.some(hasDifference) };
  });
  return { columns, rows, doubled: parts.reduce((sum, part) => sum + part.doubled, 0) };
}

/** The columns that all of the tables have and that tell most rows apart: what to join by, best first. */
export function keyColumns(tables: readonly TextTable[]): readonly string[] {
  const [first, ...others] = tables;
  const header = first?.[0] ?? [];
  const shared = header.filter((name) => others.every((table) => table[0]?.includes(name)));
  const distinct = (name: string): number =>
    Math.min(
      ...tables.map((table) => {
        const at = table[0]?.indexOf(name) ?? -1;
        return new Set(table.slice(1).map((row) => row[at])).size / Math.max(1, table.length - 1);
      }),
    );
  const telling = new Map(shared.map((name) => [name, distinct(name)]));
  return shared.toSorted((a, b) => (telling.get(b) ?? 0) - (telling.get(a) ?? 0));
}

interface IndexedTable {
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, readonly string[]>;
  readonly doubled: number;
}

function indexTable(table: TextTable, keyColumn: string): IndexedTable {
  const [columns = [], ...body] = table;
  const at = columns.indexOf(keyColumn);
  const rows = new Map<string, readonly string[]>();
  let doubled = 0;
  for (const row of at < 0 ? [] : body) {
    const key = row[at] ?? '';
    if (rows.has(key)) doubled += 1;
    else rows.set(key, row);
  }
  return { columns, rows, doubled };
}

function deltaOf(text: string | undefined, base: string | undefined): number | undefined {
  const [value, from] = [toNumber(text ?? ''), toNumber(base ?? '')];
  return value === undefined || from === undefined ? undefined : value - from;
}

function hasDifference(cells: readonly JoinedCell[]): boolean {
  const meanings = new Set(cells.map(({ text }) => (text === undefined ? undefined : meaningOf(text))));
  return meanings.size > 1;
}

function unionOf(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}
